import { describe, expect, it } from 'vitest';
import { keepAnswers } from '../../../src/app/conversation/kept-answers.ts';

function desk() {
  const world = { edition: 'first', nowMs: 0, composed: 0 };
  const kept = keepAnswers({
    archive: { edition: async () => world.edition },
    clock: { now: () => world.nowMs },
  });
  const ask = async (question = '/latest'): Promise<string> => {
    const { text } = await kept.to(question, async () => ({
      text: `${question} ${++world.composed}`,
      entities: [],
    }));
    return text;
  };
  return { world, kept, ask };
}

describe('an answer', () => {
  it('is composed once for all who ask for it at a time, and after', async () => {
    const { ask, world } = desk();
    expect(await Promise.all([ask(), ask()])).toEqual(['/latest 1', '/latest 1']);
    expect(await ask()).toBe('/latest 1');
    expect(await ask('/help')).toBe('/help 2');
    expect(world.composed).toBe(2);
  });

  it('is another once the archive is', async () => {
    const { ask, world } = desk();
    await ask();
    world.edition = 'second';
    expect(await ask()).toBe('/latest 2');
  });

  it('is composed anew after a minute, for what it owes to the day', async () => {
    const { ask, world } = desk();
    await ask();
    world.nowMs = 59_999;
    expect(await ask()).toBe('/latest 1');
    world.nowMs = 60_000;
    expect(await ask()).toBe('/latest 2');
  });

  it('that could not be composed is tried again', async () => {
    const { kept, ask } = desk();
    await expect(kept.to('/latest', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await ask()).toBe('/latest 1');
  });

  it('is forgotten when a thousand others were asked for since', async () => {
    const { ask } = desk();
    await ask();
    for (let other = 0; other < 1_000; other++) await ask(`/quotes ${other}`);
    expect(await ask()).toBe('/latest 1002');
  });
});
