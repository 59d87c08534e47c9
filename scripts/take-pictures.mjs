// Takes the README's pictures from the running program: a graded answer in the study room, and a chart as /demo sends it.
//   npm run pictures      (needs Chromium; CHROMIUM names one in an unusual place)
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = join(root, 'docs/images');
const folder = mkdtempSync(join(tmpdir(), 'gradcoach-pictures-'));
const answer =
  'For positive inputs ReLU has slope 1, so the gradient passes undamped, while the derivative of sigmoid is at most 0.25 ' +
  'and the product over many layers vanishes. About half of the outputs are zero, so the activations are sparse. ReLU never saturates.';

mkdirSync(images, { recursive: true });
const program = spawn(process.execPath, ['dist/main.js'], {
  cwd: root,
  env: {
    ...process.env,
    PORT: '0',
    GRADCOACH_DB: join(folder, 'coach.db'),
    DISCORD_TOKEN: '',
    TELEGRAM_TOKEN: '',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  await takeGradedAnswer(await firstUrl());
  takeChart();
} finally {
  program.kill();
  rmSync(folder, { recursive: true });
}

function firstUrl() {
  return new Promise((resolve, reject) => {
    program.stdout.on('data', (bytes) => {
      const [url] = /http:\/\/\S+/.exec(bytes.toString()) ?? [];
      if (url !== undefined) resolve(url);
    });
    program.once('exit', () => reject(new Error('the program ended before it was ready')));
  });
}

async function takeGradedAnswer(url) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const page = await browser.newPage({
    viewport: { width: 900, height: 1500 },
    deviceScaleFactor: 2,
    locale: 'en-GB',
  });
  await page.goto(`${url}/?as=Ada`);
  await page.locator('main[aria-busy=false]').waitFor();
  await page.getByRole('button', { name: 'Private' }).click();
  await say(page, '/quiz topic:activations count:2');
  const question = page.locator('.question-text').last();
  if (!(await question.textContent())?.includes('ReLU')) await say(page, '/quiz skip');
  await page.locator('.form[open] textarea').last().fill(answer);
  await page.locator('.form[open] button[type=submit]').last().click();
  await page.locator('.verdict').last().waitFor();
  await page
    .locator('.entry.coach')
    .last()
    .screenshot({ path: join(images, 'graded-answer.png') });
  await browser.close();
}

async function say(page, text) {
  const answers = page.locator('.entry.coach');
  const before = await answers.count();
  await page.locator('.composer textarea').fill(text);
  await page.keyboard.press('Enter');
  await answers.nth(before).waitFor();
}

function takeChart() {
  const settings = ['activation=sigmoid', 'init=xavier'].flatMap((setting) => ['--set', setting]);
  const file = join(images, 'depth-flow.png');
  const { status } = spawnSync(
    process.execPath,
    ['dist/cli.js', 'demo', 'depth-flow', ...settings, '--png', file],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error('the chart could not be drawn');
}
