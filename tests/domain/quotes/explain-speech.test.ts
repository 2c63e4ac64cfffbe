import { expect, it } from 'vitest';
import { analyzeSpeech } from '../../../src/domain/quotes/analyze-speech.ts';
import { explainSpeech } from '../../../src/domain/quotes/explain-speech.ts';
import { articleOf } from './said.ts';

const ARTICLE = articleOf(
  [
    'Captain Ada Lund met Karl Holm, who had drawn the bridge, on the pier.',
    '“The ferry stays,” she said. Holm shook his head. “It is paid for,” he said.',
  ].join('\n\n'),
);

it('puts first whom the analysis gives as the speaker', () => {
  const first = explainSpeech(ARTICLE).map(({ quote, suspects }) => [quote.text, suspects[0]?.name]);
  expect(first).toEqual(analyzeSpeech(ARTICLE).quotes.map(({ text, speaker }) => [text, speaker?.name]));
  expect(first.map(([, name]) => name)).toEqual(['Ada Lund', 'Karl Holm']);
});

it('shares the odds among those who may have spoken, the likeliest first', () => {
  for (const { suspects } of explainSpeech(ARTICLE)) {
    const shares = suspects.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
  }
});

it('tells which clues weighed for whom, the weightiest first, none that all have in common', () => {
  const [{ suspects } = { suspects: [] }] = explainSpeech(ARTICLE);
  const weights = suspects[0]?.reasons.map(({ weight }) => Math.abs(weight)) ?? [];
  expect(weights.length).toBeGreaterThan(3);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
  expect(suspects[0]?.reasons.map(({ clue }) => clue)).toContain('kind she, link subject');
  const clues = suspects.map(({ reasons }) => new Set(reasons.map(({ clue }) => clue)));
  const common = [...(clues[0] ?? [])].filter((clue) => clues.every((each) => each.has(clue)));
  expect(common).toEqual([]);
});

it('tells why a pronoun stands for a name', () => {
  const [{ suspects } = { suspects: [] }] = explainSpeech(ARTICLE);
  expect(suspects[0]?.mention).toBe('she');
  expect(suspects[0]?.standsFor.some(({ clue }) => clue.includes('gender known'))).toBe(true);
});

it('explains nothing where nothing was said', () => {
  expect(explainSpeech(articleOf('The ferry left at noon.'))).toEqual([]);
});
