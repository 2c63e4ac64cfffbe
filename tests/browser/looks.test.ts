import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useChromium } from './world/chromium.ts';
import { CHANNEL, useNewsroom } from './world/newsroom.ts';

const openPage = useChromium();
const startNewsroom = useNewsroom();

const PHONE = { width: 390, height: 800 };

/** From 0, black, to 255. */
function brightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const channels = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? [];
    return channels.slice(0, 3).reduce((sum, channel) => sum + Number(channel), 0) / 3;
  });
}

describe('the look of the page', () => {
  it('is dark where the system is, and light where it is not', async () => {
    const { url } = await startNewsroom();
    const [dark, light] = await Promise.all([
      openPage(url, { colorScheme: 'dark' }),
      openPage(url, { colorScheme: 'light' }),
    ]);
    expect(await brightness(dark)).toBeLessThan(60);
    expect(await brightness(light)).toBeGreaterThan(200);
  });

  it('changes at the switch, and keeps the choice over a reload', async () => {
    const { url } = await startNewsroom();
    const page = await openPage(url, { colorScheme: 'light' });
    await page.getByRole('button', { name: 'Switch to dark' }).click();
    await expect.poll(() => brightness(page)).toBeLessThan(60);
    await page.reload();
    await page.getByRole('button', { name: 'Switch to light' }).waitFor();
    await expect.poll(() => brightness(page)).toBeLessThan(60);
  });

  it('has the channel, a chat and the desk side by side where there is room', async () => {
    const { url } = await startNewsroom();
    const page = await openPage(url);
    await page.locator('[data-view="desk"]').waitFor();
    const views = await page.locator('main > section').evaluateAll((all) => all.map((one) => one.ariaLabel));
    expect(views).toEqual(['Channel', 'Private chat', 'The editor’s desk']);
  });

  it('shows an editor, whose chat is the desk, what passes on the wire beside it', async () => {
    const { url } = await startNewsroom();
    const page = await openPage(url);
    await page.getByRole('button', { name: /^Ines/ }).click();
    await page.locator('[data-view="weather"]').waitFor();
    const views = await page.locator('main > section').evaluateAll((all) => all.map((one) => one.ariaLabel));
    expect(views).toEqual(['Channel', 'Private chat', 'Weather']);
    await page.getByRole('button', { name: /^Mara/ }).click();
    await page.locator('[data-view="desk"]').waitFor();
  });

  it('has one part at a time on a phone, with tabs, and nothing that sticks out', async () => {
    const { url } = await startNewsroom();
    const page = await openPage(url, { viewport: PHONE });
    const tabs = page.getByRole('navigation');
    const parts = { Channel: 'Channel', Chat: 'Private chat', Desk: 'The editor’s desk', Weather: 'Weather' };
    for (const [tab, part] of Object.entries(parts)) {
      await tabs.getByRole('button', { name: tab }).click();
      await page.locator(`main > section[aria-label="${part}"]`).waitFor();
      expect(await page.locator('main > section').count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        PHONE.width,
      );
    }
  });

  it('tells a newcomer what it is, until the note is closed for good', async () => {
    const { url } = await startNewsroom();
    const page = await openPage(url);
    const note = page.getByRole('complementary', { name: 'What this is' });
    await note.getByRole('button', { name: 'Type /latest' }).click();
    await page.getByText('Page one: the ferry is late.').waitFor();
    await note.getByRole('button', { name: 'Close this note' }).click();
    await page.reload();
    await page.locator('[data-view="chat"]').waitFor();
    expect(await note.count()).toBe(0);
    expect(await page.title()).toBe('Dateline sandbox');
  });
});

describe('the page itself', () => {
  it('is there within a second, and asks nobody but the sandbox', async () => {
    const { url, bot } = await startNewsroom();
    await bot.api.sendMessage(CHANNEL, 'The first post');
    const page = await openPage('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const start = performance.now();
    await page.goto(url);
    await page.getByText('The first post').waitFor();
    expect(performance.now() - start).toBeLessThan(1000);
    expect(asked.filter((address) => !address.startsWith(url) && !address.startsWith('data:'))).toEqual([]);
  });

  it('can be used with the keyboard alone, and shows where one is', async () => {
    const { url } = await startNewsroom();
    const page = await openPage(url);
    await page.locator('[data-view="chat"]').waitFor();
    const field = page.getByLabel('Message as Mara Lind');
    const isThere = (): Promise<boolean> => field.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 40 && !(await isThere()); presses += 1) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() =>
        document.activeElement === null ? '' : getComputedStyle(document.activeElement).outlineStyle,
      );
      expect(outline).not.toBe('none');
    }
    await page.keyboard.type('by keys alone');
    await page.keyboard.press('Enter');
    await page.getByText('You said by keys alone').waitFor();
    expect(await isThere()).toBe(true);
  });

  it('names its lists of messages and every button for those who hear it', async () => {
    const { url, bot } = await startNewsroom();
    await bot.api.sendMessage(CHANNEL, 'The first post');
    const page = await openPage(url);
    await page.getByRole('log', { name: 'Channel The Harbour Post' }).waitFor();
    await page.getByRole('log', { name: 'Chat of Mara Lind with Harbour' }).waitFor();
    const nameless = await page
      .getByRole('button')
      .evaluateAll(
        (all) => all.filter((one) => (one.ariaLabel ?? one.textContent ?? '').trim() === '').length,
      );
    expect(nameless).toBe(0);
  });
});
