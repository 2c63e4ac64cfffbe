import { chromium } from 'playwright-core';

export type Scrolling = { readonly medianMs: number; readonly worstOf100Ms: number; readonly frames: number };

/** What a page has beside what Node knows of. */
type PageGlobals = { requestAnimationFrame: (run: (now: number) => void) => void };

const FRAMES = 600;
/** How far a fast wheel goes in one frame. */
const STEP_PX = 240;

/**
 * Scrolls the channel on a sandbox's page upwards in a headless Chromium without a graphics card, and tells how long frames
 * took: from one to the next, as a person sees them.
 */
export async function scrollChannel(address: string, newest: string): Promise<Scrolling> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    await page.goto(address);
    await page.getByText(newest, { exact: false }).first().waitFor();
    const times = await page.getByRole('log', { name: 'Channel' }).evaluate(
      (log, { frames, step }) =>
        new Promise<number[]>((resolve) => {
          const page = globalThis as unknown as PageGlobals;
          const took: number[] = [];
          let before = performance.now();
          const next = (now: number): void => {
            took.push(now - before);
            before = now;
            log.scrollTop -= step;
            if (took.length < frames) page.requestAnimationFrame(next);
            else resolve(took.slice(1).sort((a, b) => a - b));
          };
          page.requestAnimationFrame(next);
        }),
      { frames: FRAMES, step: STEP_PX },
    );
    const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
    return { medianMs: at(0.5), worstOf100Ms: at(0.99), frames: times.length };
  } finally {
    await browser.close();
  }
}
