import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useChromium } from './world/chromium.ts';
import { CHANNEL, useNewsroom } from './world/newsroom.ts';

const openPage = useChromium();
const startNewsroom = useNewsroom();

const POSTS = 100_000;

/** The main thread's work in milliseconds so far: scripts, styles, layout. */
async function workMs(page: Page): Promise<() => Promise<number>> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  return async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    const parts = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'];
    return metrics
      .filter(({ name }) => parts.includes(name))
      .reduce((sum, { value }) => sum + value * 1000, 0);
  };
}

/** Scrolls up by steps, a frame each; gives how far a message in sight ever was from where it should be, in pixels. */
function scrollUp(page: Page, frames: number): Promise<{ worstJump: number; mostRows: number }> {
  return page.getByRole('log', { name: 'Channel' }).evaluate(async (log, count) => {
    let [worstJump, mostRows] = [0, 0];
    for (let frame = 0; frame < count; frame += 1) {
      log.scrollTop -= 300;
      const box = log.getBoundingClientRect();
      const rows = [...log.querySelectorAll('[data-key]')];
      const seen = rows.find((row) => row.getBoundingClientRect().top > box.top + 50);
      const before = seen?.getBoundingClientRect().top ?? 0;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const after = seen?.isConnected === true ? seen.getBoundingClientRect().top : before;
      worstJump = Math.max(worstJump, Math.abs(after - before));
      mostRows = Math.max(mostRows, rows.length);
    }
    return { worstJump, mostRows };
  }, frames);
}

describe('a channel of 100,000 messages', () => {
  it('scrolls with little work a frame, few messages in the page, and none that jumps', async () => {
    const { url, fill } = await startNewsroom();
    fill(CHANNEL, POSTS);
    const page = await openPage(url);
    await page.getByText(`Post ${POSTS}`).waitFor();
    const work = await workMs(page);
    const before = await work();
    const FRAMES = 150;
    const { worstJump, mostRows } = await scrollUp(page, FRAMES);
    const perFrame = ((await work()) - before) / FRAMES;
    expect(worstJump).toBeLessThan(2);
    expect(mostRows).toBeLessThan(80);
    expect(perFrame).toBeLessThan(16);
  });

  it('goes back to the newest post at a press', async () => {
    const { url, fill } = await startNewsroom();
    fill(CHANNEL, POSTS);
    const page = await openPage(url);
    await page.getByText(`Post ${POSTS}`).waitFor();
    await scrollUp(page, 30);
    await page.getByText(`Post ${POSTS}`).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Go to the newest message' }).click();
    await page.getByText(`Post ${POSTS}`).waitFor();
    expect(await page.getByText(`Post ${POSTS}`).isVisible()).toBe(true);
  });
});
