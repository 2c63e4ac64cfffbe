import { describe, expect, it } from 'vitest';
import { useChromium } from './world/chromium.ts';
import { MARA, useNewsroom } from './world/newsroom.ts';

const openPage = useChromium();
const startNewsroom = useNewsroom();

const CHAT = '[data-view="chat"]';

describe('the weather on the page', () => {
  it('turns a preset on for the bot, and clear again', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage(url);
    await page.getByRole('button', { name: 'Weather' }).click();
    await page.getByRole('button', { name: 'Down', exact: true }).click();
    await page.getByText('Nobody picks up.').waitFor();
    await expect(bot.api.sendMessage(MARA, 'Hello?')).rejects.toThrow(/Network request/);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.getByText('Telegram answers everything at once.').waitFor();
    await bot.api.sendMessage(MARA, 'Hello again');
    await page.locator(CHAT).getByText('Hello again').waitFor();
    expect(await page.locator(CHAT).getByText('Hello?').count()).toBe(0);
  });

  it('adds one fault with its own settings, and says why it strikes', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage(url);
    await page.getByRole('button', { name: 'Weather' }).click();
    await page.getByText('Fine settings').click();
    await page.getByLabel('methods').fill('sendMessage');
    await page.getByLabel('share, %').fill('100');
    await page.getByLabel('times').fill('1');
    await page.getByLabel('retry after, s').fill('7');
    await page.getByRole('button', { name: 'Add to the weather' }).click();
    await page.getByText('429, too many requests · always · of sendMessage · once · 7 s').waitFor();
    await expect(bot.api.sendMessage(MARA, 'Too soon')).rejects.toThrow(/retry after 7/);
    await page.getByText('Too fast: Telegram asks for a pause of 7 s').waitFor();
    await bot.api.sendMessage(MARA, 'In time');
    await page.locator(CHAT).getByText('In time').waitFor();
    expect(await page.locator(CHAT).getByText('Too soon').count()).toBe(0);
  });

  it('tells that a message arrived though the bot was never answered', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage(url);
    await page.getByRole('button', { name: 'Weather' }).click();
    const faults = [{ fault: 'answer lost', methods: ['sendMessage'], count: 1 }];
    await fetch(`${url}/sandbox/weather`, { method: 'POST', body: JSON.stringify({ faults }) });
    await expect(bot.api.sendMessage(MARA, 'Did it arrive?')).rejects.toThrow();
    await page.locator(CHAT).getByText('Did it arrive?').waitFor();
    const line = page.locator('.request', { hasText: 'the bot cannot know' });
    await line.waitFor();
    expect(await line.locator('.code').textContent()).toBe('lost');
  });

  it('lists what the bot asked before the page was opened', async () => {
    const { url, bot } = await startNewsroom();
    await bot.api.sendMessage(MARA, 'Before anybody looked');
    const page = await openPage(url);
    await page.getByRole('button', { name: 'Weather' }).click();
    const line = page.locator('.request').filter({ hasText: 'sendMessage' });
    expect(await line.locator('.code').textContent()).toBe('200');
  });

  it('lists requests as they pass, with method, chat and code, and can leave out what went well', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage(url);
    await page.getByRole('button', { name: 'Weather' }).click();
    await bot.api.sendMessage(MARA, 'Fine');
    await expect(bot.api.sendMessage(987, 'To nobody')).rejects.toThrow(/chat not found/);
    const lines = page.locator('.request');
    await lines.filter({ hasText: 'No chat has this id' }).waitFor();
    const fine = lines.filter({ hasText: 'sendMessage' }).filter({ hasText: String(MARA) });
    expect(await fine.locator('.code').textContent()).toBe('200');
    await page.getByLabel('failures only').check();
    expect(await lines.count()).toBe(1);
  });
});
