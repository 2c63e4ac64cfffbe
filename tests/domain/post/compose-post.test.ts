import { describe, expect, it } from 'vitest';
import type { ArchivedArticle, ArticleId } from '../../../src/domain/article/article.ts';
import { composePost } from '../../../src/domain/post/compose-post.ts';
import { CAPTION_LIMIT, TEXT_LIMIT, toFormattedText } from '../../../src/domain/post/rich-text.ts';

/** An article whose text is its summary: sentences of one paragraph, paragraphs between `|`. */
function article(title: string, ...paragraphs: string[][]): ArchivedArticle {
  const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n');
  const summary = paragraphs.flat().map((sentence) => {
    const start = text.indexOf(sentence);
    return { text: sentence, start, end: start + sentence.length };
  });
  return {
    id: 'a' as ArticleId,
    source: 'test',
    arrivedAtMs: 0,
    sortAtMs: 0,
    text,
    title,
    paragraphs: [],
    removed: [],
    corrections: [],
    summary,
    quotes: [],
    indirect: [],
    people: [],
    facts: [],
  };
}

function textOf(...args: Parameters<typeof composePost>): string {
  return toFormattedText(composePost(...args)).text;
}

describe('a post', () => {
  it('has the headline, the sentences in their paragraphs, the first publisher and the date', () => {
    const story = article(
      'Ferry strike ends',
      ['The strike is over.', 'Boats sail again.'],
      ['Pay rises by a tenth.'],
    );
    expect(textOf(story, { origin: 'First published by The Vale Herald', date: '3 June 2026' }, false)).toBe(
      'Ferry strike ends\n\nThe strike is over. Boats sail again.\n\nPay rises by a tenth.\n\n' +
        'First published by The Vale Herald · 3 June 2026',
    );
  });

  it.each(['The strike of the ferries is over…', 'The strike of the ferries is over after two weeks'])(
    'says nothing twice where the headline is only the opening of the text: %s',
    (title) => {
      const story = article(title, [
        'The strike of the ferries is over after two weeks.',
        'Boats sail again.',
      ]);
      expect(textOf(story, {}, false)).toBe(
        'The strike of the ferries is over after two weeks.\n\nBoats sail again.',
      );
    },
  );

  it('keeps a headline of its own, though the story opens with the same words', () => {
    const story = article('Ferries sail again', ['Ferries sail again, the harbour master said on Monday.']);
    expect(textOf(story, {}, false)).toBe(
      'Ferries sail again\n\nFerries sail again, the harbour master said on Monday.',
    );
  });

  it.each(['(Northern Wire)', '(NW) — ', '(Vale.News) '])(
    'begins behind the agency that brought it: %s',
    (agency) => {
      const story = article('Ferry strike ends', [`${agency}The strike is over.`, 'Boats sail again.']);
      expect(textOf(story, {}, false)).toBe('Ferry strike ends\n\nThe strike is over. Boats sail again.');
    },
  );

  it('keeps what else stands in brackets', () => {
    const story = article('Ferry strike ends', ['(And nobody knows why) the strike is over.']);
    expect(textOf(story, {}, false)).toContain('(And nobody knows why)');
  });

  it('leaves out whole sentences, last first, when a caption is too short for all', () => {
    const long = `${'Harbour '.repeat(60).trim()}.`;
    const story = article('Ferry strike ends', ['The strike is over.', long, `Also ${long}`]);
    const text = textOf(story, { photo: 'Photo: A ferry (Ines Varga)' }, true);
    expect(text.length).toBeLessThanOrEqual(CAPTION_LIMIT);
    expect(text).toContain('The strike is over. Harbour');
    expect(text).not.toContain('Also');
  });

  it('fits even when headline and photo line are endless', () => {
    const story = article('word '.repeat(3000), ['A sentence.']);
    expect(textOf(story, { photo: 'photo '.repeat(2000) }, true).length).toBeLessThanOrEqual(CAPTION_LIMIT);
    expect(textOf(story, {}, false).length).toBeLessThanOrEqual(TEXT_LIMIT);
  });

  it('is a headline with its date when nothing could be summarised', () => {
    expect(textOf(article('Ferry strike ends'), { date: '3 June 2026' }, false)).toBe(
      'Ferry strike ends\n\n3 June 2026',
    );
  });
});
