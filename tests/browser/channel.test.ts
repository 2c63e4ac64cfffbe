import { InputFile } from 'grammy';
import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useChromium } from './world/chromium.ts';
import { CHANNEL, JOSS, MARA, useNewsroom } from './world/newsroom.ts';
import { samplePng } from './world/sample-png.ts';

const openPage = useChromium();
const startNewsroom = useNewsroom();

const CHANNEL_PANE = '[data-view="channel"]';

describe('the channel on the page', () => {
  it('shows a post with its bold, its quote, its code and its spoiler, as it comes', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage(url);
    const html =
      '<b>Ferry late</b>\n<blockquote>Rather late than sorry</blockquote>\n<pre><code class="language-js">let x</code></pre>\nAnd <tg-spoiler>forty million</tg-spoiler>';
    await bot.api.sendMessage(CHANNEL, html, { parse_mode: 'HTML' });
    const post = page.locator(`${CHANNEL_PANE} article`).last();
    await post.locator('strong', { hasText: 'Ferry late' }).waitFor();
    expect(await post.locator('blockquote').textContent()).toBe('Rather late than sorry');
    expect(await post.locator('figcaption').textContent()).toBe('js');
    const spoiler = post.getByRole('button', { name: 'Spoiler' });
    expect(await post.getByText('forty million').isVisible()).toBe(false);
    await spoiler.click();
    expect(await post.getByText('forty million').isVisible()).toBe(true);
  });

  it('folds a long quote to three lines until it is opened', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage(url);
    const words = 'The northern ferry will carry its first passengers in spring. '.repeat(8);
    await bot.api.sendMessage(CHANNEL, `<blockquote expandable>${words}</blockquote>`, {
      parse_mode: 'HTML',
    });
    const fold = page.locator(CHANNEL_PANE).getByRole('button', { name: 'Show more' });
    await fold.waitFor();
    const quote = page.locator(`${CHANNEL_PANE} blockquote`);
    const folded = (await quote.boundingBox())?.height ?? 0;
    await fold.click();
    expect((await quote.boundingBox())?.height ?? 0).toBeGreaterThan(folded * 1.8);
  });

  it('folds a quote that has become long because the page became narrow', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage(url);
    await page.setViewportSize({ width: 1400, height: 800 });
    const words = 'The northern ferry sails in spring. '.repeat(4);
    await bot.api.sendMessage(CHANNEL, `<blockquote expandable>${words}</blockquote>`, {
      parse_mode: 'HTML',
    });
    await page.locator(`${CHANNEL_PANE} blockquote`).waitFor();
    const fold = page.locator(CHANNEL_PANE).getByRole('button', { name: 'Show more' });
    expect(await fold.count()).toBe(0);
    await page.setViewportSize({ width: 320, height: 800 });
    await fold.waitFor();
  });

  it('shows a post that came while the page was still connecting', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage('about:blank');
    const connect = async (route: Route): Promise<void> => {
      // A page that looks at the channel before it hears of it has its look first.
      await page.waitForResponse(/sandbox\/messages/, { timeout: 1_000 }).catch(() => undefined);
      await bot.api.sendMessage(CHANNEL, 'The ferry sails at last');
      await route.continue();
    };
    await page.route('**/sandbox/events', connect, { times: 1 });
    await page.goto(url);
    await page.getByText('The ferry sails at last').waitFor();
  });

  it('marks a corrected post as edited, without a reload', async () => {
    const { url, bot } = await startNewsroom();
    const { message_id } = await bot.api.sendMessage(CHANNEL, 'The ferry sails on Monday');
    const page = await openPage(url);
    await page.getByText('The ferry sails on Monday').waitFor();
    await bot.api.editMessageText(CHANNEL, message_id, 'The ferry sails on Tuesday');
    await page.getByText('The ferry sails on Tuesday').waitFor();
    expect(await page.locator(`${CHANNEL_PANE} .edited`).count()).toBe(1);
    expect(await page.getByText('The ferry sails on Monday').count()).toBe(0);
  });

  it('keeps reactions over a reload, and counts them', async () => {
    const { url, bot, act } = await startNewsroom();
    const { message_id } = await bot.api.sendMessage(CHANNEL, 'The ferry sails on Monday');
    act({ user: MARA, react: '👍', chat: CHANNEL, message_id });
    const page = await openPage(url);
    const reactions = page.locator(`${CHANNEL_PANE} .reactions`);
    await reactions.getByText('👍', { exact: true }).waitFor();
    act({ user: JOSS, react: '👍', chat: CHANNEL, message_id });
    await reactions.getByText('👍 2').waitFor();
    await page.reload();
    await reactions.getByText('👍 2').waitFor();
    expect(await reactions.count()).toBe(1);
  });

  it('takes a deleted post away', async () => {
    const { url, bot } = await startNewsroom();
    const { message_id } = await bot.api.sendMessage(CHANNEL, 'Sent too early');
    const page = await openPage(url);
    const post = page.getByText('Sent too early');
    await post.waitFor();
    await bot.api.deleteMessage(CHANNEL, message_id);
    await post.waitFor({ state: 'detached' });
    expect(await post.count()).toBe(0);
  });

  it('shows a photo with its caption below', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage(url);
    await bot.api.sendPhoto(CHANNEL, new InputFile(samplePng(), 'depot.png'), {
      caption: 'The depot. Photo: L. Voss',
    });
    const picture = page.locator(`${CHANNEL_PANE} .photo img`);
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth))
      .toBeGreaterThan(0);
    const top = async (selector: string): Promise<number> =>
      (await page.locator(`${CHANNEL_PANE} ${selector}`).boundingBox())?.y ?? 0;
    expect(await top('.text')).toBeGreaterThan(await top('.photo img'));
  });

  it('shows an album as one message', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage(url);
    const photo = (name: string) => ({
      type: 'photo' as const,
      media: new InputFile(samplePng(), name),
    });
    await bot.api.sendMediaGroup(CHANNEL, [photo('a.png'), photo('b.png'), photo('c.png')]);
    await expect.poll(() => page.locator(`${CHANNEL_PANE} .photo`).count()).toBe(3);
    expect(await page.locator(`${CHANNEL_PANE} article`).count()).toBe(1);
  });

  it('opens a link to the web in a tab of its own', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage(url);
    const reply_markup = { inline_keyboard: [[{ text: 'Read', url: 'https://example.org/ferry' }]] };
    await bot.api.sendMessage(CHANNEL, 'Ferry late', { reply_markup });
    const read = page.getByRole('link', { name: 'Read' });
    await read.waitFor();
    expect(await read.getAttribute('target')).toBe('_blank');
    expect(await read.getAttribute('href')).toBe('https://example.org/ferry');
  });

  it('opens the bot at the article when Quotes is pressed, and stays on the page', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage(url);
    const reply_markup = {
      inline_keyboard: [[{ text: 'Quotes', url: 'https://t.me/harbour_bot?start=quotes-7' }]],
    };
    await bot.api.sendMessage(CHANNEL, 'Ferry late', { reply_markup });
    await page.getByRole('link', { name: 'Quotes' }).click();
    await page.locator('[data-view="chat"]').getByText('Opened at quotes-7.').waitFor();
    expect(page.context().pages()).toHaveLength(1);
  });

  it('presses Quotes for a newcomer who asks for it in the note', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage(url);
    const reply_markup = {
      inline_keyboard: [[{ text: 'Quotes', url: 'https://t.me/harbour_bot?start=quotes-8' }]],
    };
    await bot.api.sendMessage(CHANNEL, 'Bridge open', { reply_markup });
    await page.getByRole('link', { name: 'Quotes' }).waitFor();
    await page.getByRole('button', { name: 'Press Quotes' }).click();
    await page.locator('[data-view="chat"]').getByText('Opened at quotes-8.').waitFor();
    expect(page.context().pages()).toHaveLength(1);
  });
});
