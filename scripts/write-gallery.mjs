// Runs every experiment at its defaults and writes the gallery: docs/demos.md and its pictures.
//   npm run gallery
// The table of times in it is left as it is: npm run bench:experiments -- --write measures it, on a quiet machine.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs/demos.md');
const pictures = join(root, 'docs/images/demos');
const { openLaboratory } = await import('../dist/experiments/laboratory.js');
const { formatMeasure } = await import('../dist/app/format-number.js');
const { en: words } = await import('../dist/app/messages/en.js');

const laboratory = openLaboratory({
  workers: 1,
  niceness: 0,
  cache: { find: async () => undefined, save: async () => undefined },
  onFault: (error) => console.error(error),
});
mkdirSync(pictures, { recursive: true });
const sections = [];
try {
  for (const experiment of laboratory.catalogue) sections.push(await section(experiment));
} finally {
  await laboratory.close();
}
const contents = laboratory.catalogue.map(({ id, title }) => `- [${title.en} ${title.zh}](#${id})`);
writeFileSync(page, [head(), contents.join('\n'), ...sections, bench()].join('\n\n'));
execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', page]);

function head() {
  return `# What \`/demo\` shows

Every experiment at its defaults, seed 1, as \`npm run gallery\` ran it. In a chat each is one message, in Chinese or English, light or dark; \`coach demo <id> --set key=value --png file\` runs it from a script. How they are made: \`docs/experiments.md\`.`;
}

async function section({ id, title, claim, systems, measures, parameters }) {
  const run = await runAtDefaults(id, parameters);
  writeFileSync(join(pictures, `${id}.png`), run.chart.png);
  return `## ${id}

**${title.en} ${title.zh}** puts to the test: “${claim.en}” “${claim.zh}”

![${run.chart.alt}](images/demos/${id}.png)

${table(run, measures)}

Found by: ${systems.slice(0, 12).join(', ')}${systems.length > 12 ? ', …' : ''}. ${parameters.length === 0 ? 'Nothing to set.' : `To set: ${parameters.map(({ name }) => `\`${name}\``).join(', ')}.`}`;
}

async function runAtDefaults(id, parameters) {
  const request = {
    experiment: id,
    parameters: Object.fromEntries(parameters.map(({ name, default: initial }) => [name, initial])),
    seed: 1,
    language: 'en',
    theme: 'light',
    personId: 'gallery',
    groupId: 'gallery',
  };
  const outcome = await laboratory.run(request, new AbortController().signal).outcome;
  if (outcome.kind !== 'done') throw new Error(`${id}: ${JSON.stringify(outcome)}`);
  return outcome.run;
}

function table({ measures, expected }, titles) {
  const row = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rows = Object.keys(titles).flatMap((name) => {
    const measured = [titles[name].en, formatMeasure(measures[name])];
    const sources = expected.filter(({ measure }) => measure === name);
    if (sources.length === 0) return [row([...measured, '', ''])];
    return sources.map((each) =>
      row([...measured, words.demo.expected(each.low, each.high).replace('expected ', ''), each.source]),
    );
  });
  return [row(['measure', 'measured', 'expected', 'source']), row(Array(4).fill('---')), ...rows].join('\n');
}

/** The table of times that the page has, or the place for it. */
function bench() {
  const [from, to] = ['<!-- bench:experiments -->', '<!-- /bench:experiments -->'];
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const [, kept = '\n'] = before.split(from);
  const [tables = '\n'] = kept.split(to);
  return `## How fast\n\n${from}${tables}${to}\n`;
}
