import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuestionBank } from '../../src/core/question/bank.ts';
import type { Language } from '../../src/core/question/language.ts';
import { realBank } from '../support/room.ts';
import { type Program, startProgram } from '../support/start-program.ts';
import { findBarriers } from './find-barriers.ts';
import { openBrowser, openWindow, say, type Window } from './open-browser.ts';

let bank: QuestionBank;
let folder: string;
let browser: Browser;
let program: Program;
const windows: Window[] = [];

beforeAll(async () => {
  bank = await realBank();
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'gradcoach-browser-'));
  program = await startProgram(join(folder, 'coach.db'));
});
afterAll(async () => {
  for (const window of windows) await window.close();
  await browser.close();
  expect(await program.stop()).toBe(0);
  await rm(folder, { recursive: true });
  expect(windows.flatMap(({ problems }) => problems)).toEqual([]);
});

async function sit(name: string, options: Parameters<typeof openWindow>[3] = {}): Promise<Page> {
  const window = await openWindow(browser, program.url, name, options);
  windows.push(window);
  return window.page;
}

/** Writes an answer into the box of the question at hand. */
async function answer(page: Page, text: string): Promise<void> {
  await page.locator('.form[open] textarea').last().fill(text);
  await page.locator('.form[open] button[type=submit]').last().click();
  await page.locator('.verdict').last().waitFor();
}

/** The model answer of the question that stands on the page, whichever it is. */
async function modelAnswer(page: Page, language: Language): Promise<string> {
  const prompt = await page.locator('.question-text').last().textContent();
  const question = bank.questions.find((each) => each.prompt[language] === prompt);
  if (question === undefined) throw new Error(`No question of the bank asks: ${prompt}`);
  return question.modelAnswer[language];
}

describe.each([
  ['zh', '小雨', 'zh-CN', '研讨室'],
  ['en', 'Grace', 'en-GB', 'Private'],
] as const)('a quiz in %s', (language, name, locale, place) => {
  it('shows in the learner’s own words what earned credit', async () => {
    const page = await sit(name, { locale });
    await page.getByRole('button', { name: place }).click();
    await say(page, '/quiz topic:activations count:1');
    const text = await modelAnswer(page, language);
    await answer(page, text);
    const credited = page.locator('mark.credit');
    expect(await credited.count()).toBeGreaterThan(2);
    // Each marked stretch ends in the number of its reason.
    for (const stretch of await credited.allTextContents()) {
      expect(text.replace(/\s/g, '')).toContain(stretch.replace(/\d+$/, '').replace(/\s/g, ''));
    }
    expect(await page.locator('.points .met').count()).toBeGreaterThan(2);
    expect(await page.locator('.verdict').getAttribute('class')).toContain('solid');
    await say(page, '/quiz stop');
  });
});

describe('a demo', () => {
  it('asks for a prediction, shows its chart, and the chart is still there after a reload', async () => {
    const page = await sit('阿哲');
    await say(page, '/demo depth-flow');
    await page.locator('.choices').last().getByRole('button').first().click();
    const chart = page.locator('.picture img').last();
    await chart.waitFor({ timeout: 30_000 });
    const isDrawn = () =>
      chart.evaluate((image) => 'naturalWidth' in image && Number(image.naturalWidth) > 100);
    await expect.poll(isDrawn).toBe(true);
    expect((await chart.getAttribute('alt'))?.length).toBeGreaterThan(5);
    await page.reload();
    await chart.waitFor();
    await expect.poll(isDrawn).toBe(true);
  });
});

describe('two windows', () => {
  it('are two members of one group, and a verdict is for the one who answered', async () => {
    const [ada, lin] = [await sit('Ada'), await sit('Lin')];
    await expect.poll(() => ada.locator('.present').textContent()).toContain('Lin');
    await say(ada, '/quiz topic:normalisation count:1');
    await lin.locator('.question').last().waitFor();
    const draft = lin.locator('.form[open] textarea').last();
    await draft.fill('half a thought');
    await draft.focus();
    await answer(ada, 'BatchNorm 用小批量的均值和方差做归一化，推理时改用滑动平均，gamma 和 beta 可学习。');
    await expect.poll(() => lin.locator('.entry.coach').last().textContent()).toContain('Ada');
    expect(await lin.locator('.verdict').count()).toBe(0);
    expect(await draft.inputValue()).toBe('half a thought');
    expect(await draft.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await draft.fill('');
    expect(await lin.locator('body').textContent()).not.toContain('滑动平均');
    await say(ada, '/quiz stop');
  });
});

describe('a long history', () => {
  it('loads older messages as one scrolls up, and the reader stays where they were', async () => {
    const page = await sit('Zoe');
    for (let number = 1; number <= 25; number += 1) {
      const action = { kind: 'text', text: `/help nonsense${number}` };
      const persona = { name: 'Zoe', isModerator: false };
      const said = { place: 'private', persona, language: 'en', theme: 'light', action };
      await page.request.post(`${program.url}/api/messages`, { data: { ...said, id: `message-${number}` } });
    }
    await page.getByRole('button', { name: '私聊' }).click();
    const first = page.locator('.entry', { hasText: 'nonsense11' }).first();
    await first.waitFor();
    expect(await page.locator('.entry').count()).toBe(30);
    await page.locator('.timeline').evaluate((element) => {
      element.scrollTop = 0;
    });
    await expect.poll(() => page.locator('.entry').count()).toBe(50);
    // What stood at the top stands there still, below the bars; it was not pushed down by what came above it.
    const { y = Number.NaN } = (await first.boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(300);
  });
});

describe('the message box', () => {
  it('completes commands from the keyboard and keeps what could not be sent', async () => {
    const page = await sit('Noor', { locale: 'en-GB' });
    const box = page.locator('.composer textarea');
    await box.focus();
    await page.keyboard.type('/qui');
    await page.keyboard.press('Tab');
    expect(await box.inputValue()).toBe('/quiz ');
    await page.keyboard.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).not.toBeNull();
    await page.keyboard.press('Escape');

    await box.fill('a thought worth keeping');
    await page.route('**/api/messages', (route) => route.abort());
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor({ timeout: 20_000 });
    expect(await box.inputValue()).toBe('a thought worth keeping');
    await page.unroute('**/api/messages');
    await page.keyboard.press('Enter');
    await page.locator('.entry.mine', { hasText: 'a thought worth keeping' }).waitFor();
    expect(await box.inputValue()).toBe('');
  });

  it('does not send while an input method composes', async () => {
    const page = await sit('小雨');
    const box = page.locator('.composer textarea');
    await box.focus();
    await box.fill('ti du');
    await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await page.waitForTimeout(200);
    expect(await box.inputValue()).toBe('ti du');
    await box.fill('');
  });
});

describe('a kill and a restart', () => {
  it('lose nothing, and the open page finds its way back', async () => {
    const page = await sit('Ada');
    await say(page, '/about');
    const before = await page.locator('.entry').allTextContents();
    await program.kill();
    await page.locator('.lost').waitFor();
    program = await startProgram(join(folder, 'coach.db'), program.port);
    await page.locator('.lost').waitFor({ state: 'detached', timeout: 20_000 });
    expect(await page.locator('.entry').allTextContents()).toEqual(before);
    await say(page, '/help');
    await page.reload();
    await page.locator('.entry').first().waitFor();
    expect(await page.locator('.entry.coach').count()).toBeGreaterThan(1);
  });
});

describe('someone who sees, hears or points otherwise', () => {
  it.each(['light', 'dark'] as const)('meets no serious barrier in the %s scheme', async (colorScheme) => {
    const page = await sit('Ada', { colorScheme });
    await page.locator('.entry').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.locator('.persona').click();
    await page.locator('dialog').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const fresh = await sit(`新学员 ${colorScheme}`, { colorScheme });
    await fresh.getByRole('button', { name: '私聊' }).click();
    await fresh.locator('.welcome').waitFor();
    expect(await findBarriers(fresh)).toEqual([]);
  });

  it('never has to scroll sideways, down to 320 pixels', async () => {
    const page = await sit('Ada', { viewport: { width: 320, height: 640 } });
    await page.locator('.entry').first().waitFor();
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
  });
});
