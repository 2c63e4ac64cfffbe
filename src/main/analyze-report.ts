import type { Analysis, CleanArticle } from '../domain/article/article.ts';
import { dayOf } from '../domain/post/dates.ts';
import type { Reason } from '../domain/quotes/clue-model.ts';
import { explainSpeech, type QuoteExplanation, type Suspect } from '../domain/quotes/explain-speech.ts';
import type { Quote } from '../domain/quotes/quote.ts';

const WIDTH = 96;

/** An article as an editor reads it in a terminal: its post as it would look, its quotes, its background. */
export function reportArticle(article: CleanArticle, analysis: Analysis): string {
  const { quotes, people, facts } = analysis;
  const known = people.filter(({ role }) => role !== undefined);
  return [
    titled('Post', postLines(article, analysis)),
    titled(`Quotes (${quotes.length})`, quotes.flatMap(quoteLines)),
    titled(
      'Who is who',
      known.map(({ name, role }) => `• ${name}, ${role}`),
    ),
    titled(
      'What lies behind',
      facts.flatMap(({ text }) => wrapped(`• ${text}`, '  ')),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function titled(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, '─'.repeat(title.length), ...lines].join('\n');
}

function postLines(article: CleanArticle, { summary }: Analysis): readonly string[] {
  const { title, origin, publishedAt, image } = article;
  const date = publishedAt === undefined ? undefined : dayOf(publishedAt, 'en', 'UTC');
  const first = origin === undefined ? undefined : `First published by ${origin.publisher}`;
  const footer = [first, date].filter((part) => part !== undefined).join(' · ');
  const credit = image?.credit === undefined ? '' : ` (${image.credit})`;
  return [
    ...wrapped(title),
    '',
    ...wrapped(summary.map(({ text }) => text).join(' ')),
    ...(footer === '' ? [] : ['', footer]),
    ...(image?.caption === undefined ? [] : ['', ...wrapped(`Photo: ${image.caption}${credit}`)]),
  ];
}

/** A comma that led on to `she said` is left out: nothing follows it here. */
function inMarks(words: string): string {
  return `“${words.replace(/[,;:]$/, '')}”`;
}

function quoteLines({ text, speaker }: Quote): readonly string[] {
  const role = speaker?.role === undefined ? '' : `, ${speaker.role}`;
  const who = speaker === null ? 'speaker not named' : `${speaker.name}${role}`;
  return [...wrapped(inMarks(text), '  '), `    — ${who}`];
}

/** What was left out of the text, each piece with the reason, and for each quote which clues spoke for whom. */
export function explainArticle(article: CleanArticle): string {
  const { removed } = article;
  const left = removed.flatMap(({ why, text }) => wrapped(`• ${why}: ${text.replaceAll(/\s+/g, ' ')}`, '  '));
  return [
    titled('Left out', left.length === 0 ? ['nothing'] : left),
    titled('Why these speakers', explainSpeech(article).flatMap(suspectLines)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** As many clues as a reader can weigh at a glance. */
const MOST_REASONS = 6;

function suspectLines({ quote, suspects }: QuoteExplanation): readonly string[] {
  return [...wrapped(inMarks(quote.text), '  '), ...suspects.flatMap(suspectLine)];
}

function suspectLine({ mention, name, share, reasons, standsFor }: Suspect): readonly string[] {
  const who = mention === undefined ? 'nobody the article names' : `“${mention}”`;
  const meant = name === undefined || name === mention ? '' : ` = ${name}`;
  const clues = reasons.slice(0, MOST_REASONS).map(reasonOf).join('; ');
  const chain =
    standsFor.length === 0 ? '' : ` | whom it means: ${standsFor.slice(0, 3).map(reasonOf).join('; ')}`;
  const [first = '', ...rest] = wrapped(
    `${(100 * share).toFixed(1)} % ${who}${meant}: ${clues}${chain}`,
    '      ',
  );
  return [`    ${first}`, ...rest];
}

function reasonOf({ clue, weight }: Reason): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)} ${clue}`;
}

/** Lines of at most 96 characters; the second and later ones begin with `indent`. */
function wrapped(text: string, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length >= WIDTH) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}
