// Draws the golden renders about as a phone shows them: `npm run show:discord [name …]`, then look into .cache/discord.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { items } from '../../../src/rehearsal/discord/rules/json.ts';
import { openBrowser } from '../../browser/open-browser.ts';
import { previewPage } from './preview.ts';

const phonePx = 390;
const folder = new URL('golden/', import.meta.url);
const wanted = process.argv.slice(2);
const files = readdirSync(folder).filter(
  (file) => wanted.length === 0 || wanted.some((name) => file.startsWith(`${name}.`)),
);

mkdirSync('.cache/discord', { recursive: true });
const browser = await openBrowser();
for (const file of files) {
  const name = file.replace(/\.json$/, '');
  const bodies = items(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  const page = await browser.newPage({ viewport: { width: phonePx, height: 600 }, deviceScaleFactor: 2 });
  await page.setContent(previewPage([{ name, bodies }], phonePx));
  await page.screenshot({ path: `.cache/discord/${name}.png`, fullPage: true });
  await page.close();
}
await browser.close();
process.stdout.write(`${files.length} pictures in .cache/discord\n`);
