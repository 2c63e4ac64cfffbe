import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/domain/article/clean-text.ts';

const LEAD =
  'The harbour council of Port Amity voted on Tuesday to close the old ferry pier, a decision that ends forty years of daily crossings to the islands.';
const NEXT =
  'Mayor Ilse Brandt told residents that the pier would be taken down in spring, after engineers found rust in most of its posts.';

const REPRINT = [
  'Join our brand new Telegram channel and get harbour news first!',
  '',
  'Port Amity closes its ferry pier after forty years',
  '',
  'Mayor Ilse Brandt looks at the ferry pier, May 2, 2019. (Port Office/Released)',
  'June 14, 2023',
  '',
  'This article was originally published by Coastal Press/Island Radio and is reprinted with permission.',
  '',
  LEAD,
  '',
  NEXT,
  '',
  'Follow Jonas Reed on Twitter @jonasreed.',
].join('\n');

describe('a reprinted article as plain text', () => {
  const article = cleanText({ text: REPRINT });

  it('gives its headline, and its story as paragraphs', () => {
    expect(article.title).toBe('Port Amity closes its ferry pier after forty years');
    expect(article.paragraphs.map((paragraph) => paragraph.text)).toEqual([LEAD, NEXT]);
  });

  it('keeps caption and credit as such', () => {
    expect(article.image).toEqual({
      caption: 'Mayor Ilse Brandt looks at the ferry pier, May 2, 2019.',
      credit: 'Port Office/Released',
    });
  });

  it('takes its own date, not that of the caption', () => {
    expect(article.publishedAt).toBe('2023-06-14');
  });

  it('names the first publisher with the sentence that says so', () => {
    expect(article.origin).toEqual({
      publisher: 'Coastal Press/Island Radio',
      notice:
        'This article was originally published by Coastal Press/Island Radio and is reprinted with permission.',
    });
  });

  it('says what was taken out, and why', () => {
    expect(article.removed.map((removed) => removed.why)).toEqual([
      'promotion',
      'title',
      'caption',
      'date',
      'reprint notice',
      'promotion',
    ]);
  });

  it('points into the text as it came in', () => {
    for (const { text, start, end } of [...article.paragraphs, ...article.removed]) {
      expect(REPRINT.slice(start, end)).toBe(text);
    }
  });

  it('reads the same with Windows line ends', () => {
    const windows = cleanText({ text: REPRINT.replaceAll('\n', '\r\n') });
    expect(windows.paragraphs.map((paragraph) => paragraph.text)).toEqual([LEAD, NEXT]);
    expect(windows.publishedAt).toBe('2023-06-14');
  });
});

describe('a text without a headline', () => {
  it('keeps its lead as story, and makes a title of it', () => {
    const article = cleanText({ text: `${LEAD}\n\n${NEXT}` });
    expect(article.paragraphs).toHaveLength(2);
    expect(article.title).toMatch(/^The harbour council of Port Amity voted on Tuesday.*…$/);
  });

  it('of one paragraph is all story', () => {
    const article = cleanText({ text: LEAD });
    expect(article.paragraphs.map((paragraph) => paragraph.text)).toEqual([LEAD]);
    expect(article.removed).toEqual([]);
  });
});

describe('a text whose title is known', () => {
  it('is the body: a short first paragraph stays', () => {
    const article = cleanText({ text: `Nobody saw it coming.\n\n${LEAD}`, title: 'Pier closes' });
    expect(article.paragraphs[0]?.text).toBe('Nobody saw it coming.');
    expect(article.title).toBe('Pier closes');
  });

  it('loses the title where the body repeats it', () => {
    const article = cleanText({ text: `PIER CLOSES!\n\n${LEAD}`, title: 'Pier closes' });
    expect(article.paragraphs.map((paragraph) => paragraph.text)).toEqual([LEAD]);
  });
});

describe('words of people', () => {
  it.each([
    '“Follow the money and you will find our newsletter editors there,” Brandt said.',
    'Brandt urged them: “Sign up for the newsletter of the union before Friday.”',
    '“Read more books and fewer posts,” she told the pupils.',
  ])('are never taken for promotion: %s', (line) => {
    const article = cleanText({ text: `${LEAD}\n\n${line}\n\n${NEXT}` });
    expect(article.paragraphs.map((paragraph) => paragraph.text)).toContain(line);
  });
});

describe('lines round a story', () => {
  it.each([
    ['Read more: The ferry that would not sink', 'promotion'],
    ['ALSO READ | Ten piers to visit this summer', 'promotion'],
    ['Subscribe to our newsletter for daily island news', 'promotion'],
    ['Advertisement', 'promotion'],
    ['© 2023 Port Amity Courier. All rights reserved.', 'furniture'],
    ['(Reporting by Jonas Reed; Editing by Ada Lind)', 'byline'],
    ['Correction: An earlier version of this story misstated the age of the pier.', 'correction note'],
    ['Ada Lind via Getty Images', 'credit'],
  ])('are taken out: %s', (line, why) => {
    const article = cleanText({ text: `${LEAD}\n\n${NEXT}\n\n${line}` });
    expect(article.removed.map((removed) => [removed.text, removed.why])).toEqual([[line, why]]);
    expect(article.paragraphs).toHaveLength(2);
  });

  it('are known below a long caption or summary too', () => {
    const summary = `The council of Port Amity closes its ferry pier ${'after forty years of crossings in all weathers '.repeat(3)}and builds no other.`;
    const story = [LEAD, NEXT, LEAD, NEXT, LEAD, NEXT];
    const { paragraphs, removed } = cleanText({
      title: 'A pier closes',
      text: [summary, 'PORT AMITY | Wed Jun 14, 2023 2:34am EDT', 'By Ada Lind', ...story].join('\n\n'),
    });
    expect(paragraphs.map(({ text }) => text)).toEqual([summary, ...story]);
    expect(removed.map(({ why }) => why)).toEqual(['date', 'byline']);
  });

  it('are no part of a paragraph that ends with a link to pictures', () => {
    const text = `${LEAD} [Photos of the Pier: A Great Day Out]`;
    expect(cleanText({ title: 'A pier closes', text: `${LEAD}\n\n${text}` }).paragraphs).toHaveLength(2);
  });

  it('give what they say: byline, date, correction', () => {
    const note = 'Correction: An earlier version of this story misstated the age of the pier.';
    const article = cleanText({
      text: `Pier closes after forty years\n\nBy Jonas Reed, Staff Writer\nPublished: 14 June 2023 at 10:30 GMT\n\n${LEAD}\n\n${NEXT}\n\n${note}`,
    });
    expect(article.byline).toBe('Jonas Reed');
    expect(article.publishedAt).toBe('2023-06-14T10:30:00Z');
    expect(article.corrections).toEqual([note]);
  });
});

it('joins lines of a text that is wrapped at a width', () => {
  const wrapped = LEAD.replace(/(.{60,75}) /g, '$1\n');
  const article = cleanText({ text: `${wrapped}\n\n${NEXT}` });
  expect(wrapped).toContain('\n');
  expect(article.paragraphs.map((paragraph) => paragraph.text)).toEqual([wrapped, NEXT]);
});

it('knows the place line of a story, and leaves it in its sentence', () => {
  const article = cleanText({ text: `PORT AMITY (Coastal Press) — ${LEAD}\n\n${NEXT}` });
  expect(article.dateline).toBe('PORT AMITY (Coastal Press)');
  expect(article.paragraphs[0]?.text).toMatch(/^PORT AMITY/);
});

describe('a credit on a line of its own', () => {
  const url = 'https://img.example/pier.jpg';

  it('is that of the given picture at the top of the story', () => {
    const text = ['(Ada Lind/Coastal Press)', LEAD, NEXT].join('\n\n');
    expect(cleanText({ text, image: { url } }).image).toEqual({ url, credit: 'Ada Lind/Coastal Press' });
  });

  it('is that of another picture further down', () => {
    const text = [LEAD, NEXT, LEAD, NEXT, '(Ada Lind/Coastal Press)', NEXT].join('\n\n');
    expect(cleanText({ text, image: { url } }).image).toEqual({ url });
  });
});
