import { describe, expect, it } from 'vitest';
import { canonicalAddress, withoutTracking } from '../../../src/domain/article/canonical-address.ts';
import { changesBetween, isUnchanged } from '../../../src/domain/article/changes.ts';
import { cleanText } from '../../../src/domain/article/clean-text.ts';
import { storyKeysOf } from '../../../src/domain/article/story-keys.ts';

const words = (seed: number): string =>
  Array.from({ length: 200 }, (_none, i) => `w${(i * 7919 + seed * 104_729) % 10_007}`).join(' ');

function meet(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => storyKeysOf(cleanText({ text, title: 'T' })).bands);
  return x?.some((band) => y?.includes(band)) ?? false;
}

describe('the same story', () => {
  it('is met again with a few words changed, or cut at its end', () => {
    const story = words(1);
    expect(meet(story, story.replace('w1 ', 'x ').split(' ').toSpliced(60, 1, 'other').join(' '))).toBe(true);
    expect(meet(story, story.split(' ').slice(0, 120).join(' '))).toBe(true);
  });

  it('is not another one', () => {
    expect(meet(words(1), words(2))).toBe(false);
  });

  it('is not told by texts that are too short', () => {
    expect(storyKeysOf(cleanText({ text: 'The pier is closed.', title: 'T' })).bands).toEqual([]);
  });
});

it.each([
  ['https://www.courier.example/pier/?utm_source=x&fbclid=1#top', 'courier.example/pier'],
  ['http://m.courier.example/pier/amp', 'courier.example/pier'],
  ['https://courier.example/?p=7&b=1', 'courier.example?b=1&p=7'],
  ['https://courier.example/', undefined],
  ['mailto:a@b.example', undefined],
])('knows the address %s as %s', (address, canonical) => {
  expect(canonicalAddress(address)).toBe(canonical);
});

describe('a new version', () => {
  const before = cleanText({
    title: 'Fire',
    text: 'The mayor said that three people were hurt.\n\nThe cause is not known.',
  });

  it('says which words came and went, and its correction', () => {
    const note = 'Correction: An earlier version of this article misstated the number of people hurt.';
    const after = cleanText({
      title: 'Fire',
      text: `The mayor said that four people were hurt.\n\nThe cause is not known.\n\n${note}`,
    });
    const changes = changesBetween(before, after);
    expect(changes.added.map((span) => span.text)).toEqual(['four']);
    expect(changes.removed.map((span) => span.text)).toEqual(['three']);
    expect(changes.corrections).toEqual([note]);
  });

  it('with the same words is unchanged', () => {
    expect(isUnchanged(changesBetween(before, before))).toBe(true);
  });
});

it.each([
  ['https://courier.example/a?utm_source=rss&utm_medium=feed', 'https://courier.example/a'],
  ['https://courier.example/a?id=7&utm_source=rss#top', 'https://courier.example/a?id=7#top'],
  ['https://courier.example/a?from=b%20c&fbclid=x', 'https://courier.example/a?from=b%20c'],
  ['https://courier.example/a', 'https://courier.example/a'],
  ['https://courier.example/a#utm_source=x', 'https://courier.example/a#utm_source=x'],
])('hands %s on to readers without what follows them', (address, shown) => {
  expect(withoutTracking(address)).toBe(shown);
});
