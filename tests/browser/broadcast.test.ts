import { describe, expect, it } from 'vitest';
import { useChromium } from './world/chromium.ts';
import { STEPS } from './world/harbour-bot.ts';
import { useNewsroom } from './world/newsroom.ts';

const openPage = useChromium();
const startNewsroom = useNewsroom();

describe('a broadcast on the page', () => {
  it('moves its progress bar in one message that is never drawn anew', async () => {
    const { url } = await startNewsroom();
    const page = await openPage(url);
    await page.getByRole('button', { name: /^Ines/ }).click();
    await page.locator('[data-view="chat"]').getByLabel('Message as Ines Okoro').fill('/broadcast');
    await page.keyboard.press('Enter');
    const progress = page.locator('[data-view="chat"] article', { hasText: '%' });
    await progress.waitFor();
    await progress.evaluate((element) => element.setAttribute('data-first', 'yes'));
    await progress.getByText(`${'▓'.repeat(STEPS)} 100 %`).waitFor();
    expect(await progress.count()).toBe(1);
    expect(await progress.getAttribute('data-first')).toBe('yes');
  });

  it('reaches a reader whom one is not just now, with a count of what is unread', async () => {
    const { url } = await startNewsroom();
    const page = await openPage(url);
    await page.getByRole('button', { name: /^Ines/ }).click();
    await page.locator('[data-view="chat"]').getByLabel('Message as Ines Okoro').fill('/broadcast');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `${STEPS} unread` }).click();
    await page.locator('[data-view="chat"]').getByText(`Storm warning ${STEPS}`, { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'unread' }).count()).toBe(0);
  });
});
