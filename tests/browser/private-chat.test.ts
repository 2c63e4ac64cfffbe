import { describe, expect, it } from 'vitest';
import { useChromium } from './world/chromium.ts';
import { MARA, useNewsroom } from './world/newsroom.ts';

const openPage = useChromium();
const startNewsroom = useNewsroom();

const CHAT = '[data-view="chat"]';

describe('the private chat on the page', () => {
  it('sends what is typed and shows the answer as a reply', async () => {
    const { url } = await startNewsroom();
    const page = await openPage(url);
    await page.getByLabel('Message as Mara Lind').fill('good morning');
    await page.keyboard.press('Enter');
    const answer = page.locator(CHAT).getByText('You said good morning');
    await answer.waitFor();
    const article = page.locator(`${CHAT} article`, { hasText: 'You said good morning' });
    expect(await article.locator('.reply').textContent()).toContain('good morning');
  });

  it('offers the commands as they are typed, and sends the chosen one with Enter', async () => {
    const { url } = await startNewsroom();
    const page = await openPage(url);
    await page.getByLabel('Message as Mara Lind').pressSequentially('/la');
    const offered = page.getByRole('option');
    expect(await offered.allTextContents()).toEqual(['/latestThe newest articles']);
    await page.keyboard.press('Enter');
    await page.getByText('Page one: the ferry is late.').waitFor();
    expect(await offered.count()).toBe(0);
  });

  it('opens the menu of commands in the reader’s own language', async () => {
    const { url, act } = await startNewsroom();
    act({ user: 1002, start: '' });
    const page = await openPage(url);
    await page.getByRole('button', { name: /^Joss/ }).click();
    await page.locator(CHAT).getByRole('button', { name: 'Commands of the bot' }).click();
    expect(await page.getByRole('option').allTextContents()).toEqual(['/latestDas Neueste']);
  });

  it('turns a page with a button, in the same message', async () => {
    const { url, act } = await startNewsroom();
    act({ user: MARA, text: '/latest' });
    const page = await openPage(url);
    await page.locator(CHAT).getByRole('button', { name: 'Next' }).click();
    await page.getByText('Page two: the depot stays.').waitFor();
    expect(await page.getByText('Page one: the ferry is late.').count()).toBe(0);
  });

  it('shows a button’s answer in passing, or as a dialog when it must be read', async () => {
    const { url, act } = await startNewsroom();
    act({ user: MARA, text: '/answers' });
    const page = await openPage(url);
    await page.getByRole('button', { name: 'In passing' }).click();
    await page.getByRole('status').getByText('Noted, in passing').waitFor();
    await page.getByRole('button', { name: 'To be read' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Read this first').waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await dialog.isVisible()).toBe(false);
  });

  it('lets one answer with the bot’s own keyboard', async () => {
    const { url, act } = await startNewsroom();
    const page = await openPage(url);
    await page.getByLabel('Message as Mara Lind').waitFor();
    act({ user: MARA, text: '/ask' });
    await page.locator(CHAT).getByRole('button', { name: 'South pier' }).click();
    await page.locator(CHAT).getByText('You said South pier').waitFor();
    expect(await page.locator(`${CHAT} article.own`).last().textContent()).toContain('South pier');
  });

  it('is another one for each person', async () => {
    const { url, act } = await startNewsroom();
    act({ user: MARA, text: 'only Mara says this' });
    const page = await openPage(url);
    await page.getByText('You said only Mara says this').waitFor();
    await page.getByRole('button', { name: /^Ines/ }).click();
    await page.getByLabel('Message as Ines Okoro').first().waitFor();
    expect(await page.locator(CHAT).getByText('only Mara says this').count()).toBe(0);
  });

  it('has a Start button for someone the bot has never met, and nothing else', async () => {
    const { url } = await startNewsroom();
    const page = await openPage(url);
    await page.getByRole('button', { name: /^Joss/ }).click();
    expect(await page.getByLabel('Message as Joss Bell').count()).toBe(0);
    await page.locator(CHAT).getByRole('button', { name: 'Start' }).click();
    await page.getByText('Good morning, Joss.').waitFor();
    expect(await page.getByLabel('Message as Joss Bell').count()).toBe(1);
  });

  it('blocks the bot, whose next message is then refused with the reason told', async () => {
    const { url, bot } = await startNewsroom();
    const page = await openPage(url);
    await page.locator(CHAT).getByRole('button', { name: 'Block the bot as Mara Lind' }).click();
    await page.locator(CHAT).getByRole('button', { name: 'Unblock', exact: true }).waitFor();
    await expect(bot.api.sendMessage(MARA, 'Are you there?')).rejects.toThrow(/blocked by the user/);
    await page.getByRole('button', { name: 'Weather' }).click();
    await page.getByText('This person has blocked the bot.').waitFor();
    await page.locator(CHAT).getByRole('button', { name: 'Unblock', exact: true }).click();
    await page.getByLabel('Message as Mara Lind').waitFor();
    await bot.api.sendMessage(MARA, 'Welcome back');
    await page.locator(CHAT).getByText('Welcome back').waitFor();
    expect(await page.locator(CHAT).getByText('Are you there?').count()).toBe(0);
  });
});
