import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where systems keep a Chromium; `CHROMIUM` names another one. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A headless browser that talks to nobody but the pages it opens; `rebound.test` is a name that leads to this machine. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP rebound.test 127.0.0.1',
    ],
  });
}

function findChromium(): string {
  const found = [process.env.CHROMIUM ?? '', ...usualPlaces].find((path) => path !== '' && existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'The browser test needs Chromium. Install the package "chromium" (Debian: apt-get install chromium), ' +
      'or name a Chrome or Chromium in the environment variable CHROMIUM.',
  );
}

/** A window of the study room, with whatever went wrong in it. */
export interface Window {
  readonly page: Page;
  /** Errors of the page's script, and what its security policy refused. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** Opens the study room as someone, in a browser profile of their own. */
export async function openWindow(
  browser: Browser,
  url: string,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // A lost connection is reported by the browser itself; what it means is tested by what the page then does.
    if (message.type() === 'error' && !message.text().includes('net::ERR_')) problems.push(message.text());
  });
  await page.goto(`${url}/?as=${encodeURIComponent(name)}`);
  await settled(page);
  return { page, problems, close: () => context.close() };
}

/** Waits until the room has shown its history, so that what comes next is new. */
const settled = (page: Page) => page.locator('main[aria-busy=false]').waitFor();

/** Writes into the message box and sends; resolves when the coach's answer stands on the page. */
export async function say(page: Page, text: string): Promise<void> {
  const answers = page.locator('.entry.coach');
  const before = await answers.count();
  await page.locator('.composer textarea').fill(text);
  await page.keyboard.press('Enter');
  await answers.nth(before).waitFor();
}
