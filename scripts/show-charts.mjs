// Draws one experiment's chart in both languages and themes, at full size and as a phone shows it, to be looked at.
//   node scripts/build.mjs && node scripts/show-charts.mjs depth-flow activation=sigmoid init=xavier
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';

const [id, ...settings] = process.argv.slice(2);
const { openLaboratory } = await import('../dist/experiments/laboratory.js');
const folder = join('.cache/charts', id ?? '');
const laboratory = openLaboratory({
  workers: 1,
  niceness: 0,
  cache: { find: async () => undefined, save: async () => undefined },
  onFault: (error) => console.error(error),
});
const given = Object.fromEntries(settings.map((setting) => setting.split('=')));
const seed = Number(given.seed ?? 1);
delete given.seed;
const read = laboratory.readParameters(id ?? '', given, 'en');
if (read.kind === 'problems') {
  console.error(read.problems.join('\n'));
  process.exit(1);
}
mkdirSync(folder, { recursive: true });

const phoneWidth = 360;
const sheet = { images: [] };
for (const language of ['en', 'zh']) {
  for (const theme of ['light', 'dark']) {
    const request = {
      experiment: id,
      parameters: read.parameters,
      seed,
      language,
      theme,
      personId: 'p',
      groupId: 'g',
    };
    const outcome = await laboratory.run(request, new AbortController().signal).outcome;
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    const { chart, measures, expected, tookMs, notice, rightOption, backend } = outcome.run;
    const name = [...settings.map((setting) => setting.replace(/^.*=/, '')), language, theme].join('-');
    writeFileSync(join(folder, `${name}.png`), chart.png);
    sheet.images.push(await loadImage(Buffer.from(chart.png)));
    if (theme === 'light')
      console.log({ title: chart.title, alt: chart.alt, notice, bytes: chart.png.length });
    if (name.endsWith('en-light')) console.log({ measures, expected, rightOption, backend, tookMs });
  }
}
await laboratory.close();

const phoneHeight = Math.round((phoneWidth * sheet.images[0].height) / sheet.images[0].width);
const canvas = createCanvas(2 * phoneWidth, 2 * phoneHeight);
const context = canvas.getContext('2d');
context.imageSmoothingQuality = 'high';
for (const [index, image] of sheet.images.entries()) {
  const [column, row] = [index % 2, Math.floor(index / 2)];
  context.drawImage(image, column * phoneWidth, row * phoneHeight, phoneWidth, phoneHeight);
}
writeFileSync(
  join(folder, `${[...settings.map((each) => each.replace(/^.*=/, '')), 'phone'].join('-')}.png`),
  canvas.toBuffer('image/png'),
);
