import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type OpenPage = (url: string, options?: BrowserContextOptions) => Promise<Page>;

const WIDE = { width: 1280, height: 860 };

/** A Chromium for the tests of a file; each page it opens knows nothing of the others, and an error in one fails its test. */
export function useChromium(): OpenPage {
  let browser: Browser | undefined;
  const errors: Error[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  });
  afterAll(async () => {
    await browser?.close();
    if (errors.length > 0) throw new AggregateError(errors, 'The page threw errors');
  });
  return async (url, options = {}) => {
    if (browser === undefined) throw new Error('Chromium has not started yet');
    const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(url);
    return page;
  };
}
