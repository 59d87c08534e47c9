import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Program, startProgram } from '../support/start-program.ts';
import { openBrowser, openWindow } from './open-browser.ts';

let folder: string;
let browser: Browser;
let program: Program;
let elsewhere: Server;
let stranger: Page;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'gradcoach-browser-'));
  program = await startProgram(join(folder, 'coach.db'));
  elsewhere = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Elsewhere</title>');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
});
afterAll(async () => {
  await browser.close();
  await program.stop();
  elsewhere.close();
  await rm(folder, { recursive: true });
});

const message = JSON.stringify({
  id: 'forged-message',
  place: 'room',
  persona: { name: 'Ada', isModerator: true },
  language: 'en',
  theme: 'light',
  action: { kind: 'text', text: '/quiz' },
});

/** Everything said in the room so far, as its own page shows it. */
async function said(): Promise<readonly string[]> {
  const { page, close } = await openWindow(browser, program.url, 'Ada');
  await page.waitForTimeout(500);
  const entries = await page.locator('.entry').allTextContents();
  await close();
  return entries;
}

it.each(['application/json', 'text/plain'])('a page of another origin cannot post as %s', async (type) => {
  const outcome = await stranger.evaluate(
    async ([url, body, contentType]) => {
      const mode = contentType === 'text/plain' ? 'no-cors' : 'cors';
      const headers = { 'Content-Type': contentType ?? '' };
      const sent = fetch(`${url}/api/messages`, { method: 'POST', mode, headers, body: body ?? '' });
      return sent.then(
        ({ status }) => status,
        () => 'refused',
      );
    },
    [program.url, message, type],
  );
  // An opaque answer (status 0) tells the other page nothing; what counts is that the coach heard nothing.
  expect([0, 'refused']).toContain(outcome);
  expect(await said()).toEqual([]);
});

it('a page of another origin can read nothing and frame nothing', async () => {
  const read = await stranger.evaluate(
    (url) =>
      fetch(`${url}/api/about`).then(
        ({ status }) => status,
        () => 'refused',
      ),
    program.url,
  );
  expect(read).toBe('refused');
  const refusal = stranger.waitForResponse(`${program.url}/`);
  await stranger.evaluate((url) => {
    // The page's own document; this function runs in the browser.
    const { document } = globalThis as unknown as { document: { body: { innerHTML: string } } };
    document.body.innerHTML = `<iframe src="${url}/"></iframe>`;
  }, program.url);
  expect((await refusal).status()).toBe(403);
});

it('a name that was rebound to this machine opens nothing', async () => {
  const page = await (await browser.newContext()).newPage();
  const response = await page.goto(`http://rebound.test:${program.port}/`);
  expect(response?.status()).toBe(421);
  expect(await page.locator('.composer').count()).toBe(0);
});

it('the page runs nothing inline and loads nothing from elsewhere', async () => {
  const page = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  await page.goto(program.url);
  await page.locator('.composer').waitFor();
  expect(new Set(asked)).toEqual(new Set([program.url]));
  const ran = await page.evaluate(() => {
    // The browser's own globals; this function runs there.
    const { document, window } = globalThis as unknown as {
      document: {
        createElement(name: string): { textContent: string };
        body: { append(node: unknown): void };
      };
      window: { ran?: boolean };
    };
    const script = document.createElement('script');
    try {
      script.textContent = 'window.ran = true';
      document.body.append(script);
    } catch {
      return 'refused';
    }
    return window.ran ?? 'refused';
  });
  expect(ran).toBe('refused');
});
