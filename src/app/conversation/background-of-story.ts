import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import { headlineLine } from '../../domain/summary/summarize.ts';
import type { Button, OutgoingMessage } from '../ports/telegram.ts';
import { writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { messageOf } from './message.ts';
import { paged, type Section } from './paged.ts';
import { passage } from './quote-blocks.ts';
import { datedHeadline, headline } from './story-line.ts';
import { type StoryLinks, storyLinks } from './story-links.ts';
import { whoIsWho } from './who-is-who.ts';

/** Earlier stories shown. */
const BEFORE = 5;
/** Sentences of background shown. */
const FACTS = 5;
/** The line of an earlier story, in characters: a few on a telephone. */
const LINE_LENGTH = 240;

/** Who is who, what lies behind, what came before one story; `page` counts from 0 where it takes more than one message. */
export async function backgroundTo(turn: Turn, id: ArticleId, page = 0): Promise<OutgoingMessage> {
  const { archive } = turn.bot;
  const article = await archive.get(id);
  if (article === undefined) return messageOf([turn.say('story-gone')]);
  const [who, before] = await Promise.all([whoIsWho(turn, article), archive.before(id, BEFORE)]);
  const links = await storyLinks(turn, [article, ...before]);
  const sections: readonly Section[] = [
    { title: turn.say('background-who'), lines: who },
    { title: turn.say('background-behind'), lines: factsOf(article, links) },
    { title: turn.say('background-before'), lines: before.map((earlier) => withLine(turn, earlier, links)) },
  ];
  const head: RichText = [{ bold: headline(article) }];
  const isNothing = sections.every(({ lines }) => lines.length === 0);
  const pages = isNothing ? [[...head, '\n\n', turn.say('background-none')]] : paged(head, sections);
  const shown = Math.min(page, pages.length - 1);
  const quotes = { text: turn.say('button-quotes'), data: writePress({ kind: 'quotes in', id, offset: 0 }) };
  return messageOf(pages[shown] ?? head, [
    turnPages(turn, id, shown, pages.length),
    [
      ...(article.quotes.length === 0 ? [] : [quotes]),
      { text: turn.say('button-story'), data: writePress({ kind: 'story', id }) },
    ],
  ]);
}

function turnPages({ say }: Turn, id: ArticleId, shown: number, count: number): readonly Button[] {
  const to = (page: number): string => writePress({ kind: 'background to', id, page });
  return [
    ...(shown > 0 ? [{ text: say('button-back'), data: to(shown - 1) }] : []),
    ...(shown < count - 1 ? [{ text: say('button-more'), data: to(shown + 1) }] : []),
  ];
}

/** An earlier story by its date and headline, and the sentence that says most of it. */
function withLine(turn: Turn, earlier: ArchivedArticle, links: StoryLinks): RichText {
  const line = headlineLine(earlier, LINE_LENGTH);
  return [
    ...datedHeadline(turn, earlier, links),
    ...(line === undefined ? [] : ['\n', { italic: line.text }]),
  ];
}

/** The article's own background, word for word. */
function factsOf(article: ArchivedArticle, links: StoryLinks): readonly RichText[] {
  return article.facts.slice(0, FACTS).map((fact): RichText => [passage(fact.text, links(article))]);
}
