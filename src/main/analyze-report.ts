import type { Analysis, CleanArticle } from '../domain/article/article.ts';
import { dayOf } from '../domain/post/dates.ts';
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

function quoteLines({ text, speaker }: Quote): readonly string[] {
  const role = speaker?.role === undefined ? '' : `, ${speaker.role}`;
  const who = speaker === null ? 'speaker not named' : `${speaker.name}${role}`;
  return [...wrapped(`“${text}”`, '  '), `    — ${who}`];
}

/** What was left out of the text, each piece with the reason. */
export function explainArticle({ removed }: CleanArticle): string {
  if (removed.length === 0) return titled('Left out', ['nothing']);
  return titled(
    'Left out',
    removed.flatMap(({ why, text }) => wrapped(`• ${why}: ${text.replaceAll(/\s+/g, ' ')}`, '  ')),
  );
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
