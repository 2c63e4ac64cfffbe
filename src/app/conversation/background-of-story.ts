import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import { headlineLine } from '../../domain/summary/summarize.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';
import { writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { messageOf, section, stacked } from './message.ts';
import { passage } from './quote-blocks.ts';
import { datedHeadline, headline } from './story-line.ts';
import { whoIsWho } from './who-is-who.ts';

/** Earlier stories shown. */
const BEFORE = 5;
/** Sentences of background shown. */
const FACTS = 5;
/** The line of an earlier story, in characters: a few on a telephone. */
const LINE_LENGTH = 240;

/** Who is who, what lies behind, what came before one story. */
export async function backgroundTo(turn: Turn, id: ArticleId): Promise<OutgoingMessage> {
  const { archive } = turn.bot;
  const article = await archive.get(id);
  if (article === undefined) return messageOf([turn.say('story-gone')]);
  const [who, before] = await Promise.all([whoIsWho(turn, article), archive.before(id, BEFORE)]);
  const sections = [
    section(turn.say('background-who'), who),
    section(turn.say('background-behind'), factsOf(article)),
    section(
      turn.say('background-before'),
      before.map((earlier) => withLine(turn, earlier)),
    ),
  ].filter((block) => block.length > 0);
  const body = sections.length === 0 ? [[turn.say('background-none')]] : sections;
  const quotes = { text: turn.say('button-quotes'), data: writePress({ kind: 'quotes in', id, offset: 0 }) };
  return messageOf(stacked([[{ bold: headline(article) }], ...body]), [
    [
      ...(article.quotes.length === 0 ? [] : [quotes]),
      { text: turn.say('button-story'), data: writePress({ kind: 'story', id }) },
    ],
  ]);
}

/** An earlier story by its date and headline, and the sentence that says most of it. */
function withLine(turn: Turn, earlier: ArchivedArticle): RichText {
  const line = headlineLine(earlier, LINE_LENGTH);
  return [...datedHeadline(turn, earlier), ...(line === undefined ? [] : ['\n', { italic: line.text }])];
}

/** The article's own background, word for word. */
function factsOf(article: ArchivedArticle): readonly RichText[] {
  return article.facts.slice(0, FACTS).map((fact): RichText => [passage(fact.text)]);
}
