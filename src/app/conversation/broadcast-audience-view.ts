import type { Follow } from '../../domain/archive/follow.ts';
import type { Segment, SegmentPart } from '../../domain/delivery/segment.ts';
import type { Broadcast } from '../ports/delivery.ts';
import type { Button, OutgoingMessage } from '../ports/telegram.ts';
import { followsWords, languageName } from './broadcast-draft-view.ts';
import { writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { messageOf } from './message.ts';

/** Spans offered, in days. */
const SPANS = [7, 30, 90] as const;
/** Names and topics offered. */
const FOLLOWS = 4;

/** Whom a draft goes to, each part of it a button that is on or off. */
export async function audienceView(turn: Turn, { id, segment }: Broadcast): Promise<OutgoingMessage> {
  const { say, bot, language } = turn;
  const count = await bot.broadcasts.audienceOf(segment);
  const button = (part: string, isOn: boolean, text: string): Button => ({
    text: isOn ? `✓ ${text}` : text,
    data: writePress({ kind: 'draft segment', part, id }),
  });
  const languages = bot.messages.languages.map((tag) =>
    button(tag, segment.languages?.includes(tag) ?? false, languageName(tag, language)),
  );
  const joined = SPANS.map((days) =>
    button(`joined-${days}`, segment.joinedWithinDays === days, say('broadcast-button-joined', { days })),
  );
  const active = SPANS.map((days) =>
    button(`active-${days}`, segment.activeWithinDays === days, say('broadcast-button-active', { days })),
  );
  const follows = (await followsOffered(turn, segment)).map(({ key, label }) => [
    button(`f${key}`, segment.follows?.includes(key) ?? false, followsWords(say, [label])),
  ]);
  const back: Button = { text: say('button-back'), data: writePress({ kind: 'draft', what: 'back', id }) };
  return messageOf([say('broadcast-whom', { count })], [languages, joined, active, ...follows, [back]]);
}

/** What most follow, and what the segment names already. */
async function followsOffered({ bot }: Turn, { follows = [] }: Segment): Promise<readonly Follow[]> {
  const [chosen, most] = await Promise.all([bot.follows.named(follows), bot.follows.most(FOLLOWS)]);
  return [...chosen, ...most.filter(({ key }) => !follows.includes(key))];
}

/** What a button of the view names; undefined for what none of them does. */
export function partNamed(text: string, languages: readonly string[]): SegmentPart | undefined {
  if (languages.includes(text)) return { kind: 'language', language: text };
  if (/^f[nt]\w/.test(text)) return { kind: 'follows', key: text.slice(1) };
  const [kind, span] = text.split('-');
  const days = SPANS.find((one) => String(one) === span);
  return days === undefined || (kind !== 'joined' && kind !== 'active') ? undefined : { kind, days };
}
