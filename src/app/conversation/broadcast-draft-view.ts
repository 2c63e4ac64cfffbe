import type { Segment } from '../../domain/delivery/segment.ts';
import { momentOf } from '../../domain/post/dates.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import type { Broadcast } from '../ports/delivery.ts';
import type { Say } from '../ports/messages.ts';
import type { Button, Keyboard, OutgoingMessage } from '../ports/telegram.ts';
import { type DraftDeed, writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { messageOf, stacked } from './message.ts';

/** Telegram's price of a paid message, in Stars. */
const STARS_EACH = 0.1;

/** A draft under its preview: whom it goes to, when and how, and what can be changed of that. */
export async function draftView(turn: Turn, draft: Broadcast): Promise<OutgoingMessage> {
  const { say, bot } = turn;
  const count = await bot.broadcasts.audienceOf(draft.segment);
  const blocks: RichText[] = [
    [headOf(say, draft, count)],
    [(await optionLines(turn, draft, count)).join('\n')].filter((lines) => lines !== ''),
  ];
  return messageOf(stacked(blocks), buttonsOf(turn, draft, count));
}

function headOf(say: Say, { content }: Broadcast, count: number): string {
  if ('album' in content) return say('broadcast-confirm-album', { count });
  return say('broadcast-confirm', { count });
}

async function optionLines(
  { say, bot, language }: Turn,
  { segment, silent, paid, plannedAtMs }: Broadcast,
  count: number,
): Promise<readonly string[]> {
  const { timezone: zone } = bot.identity;
  const followed = await bot.follows.named(segment.follows ?? []);
  const names = followed.map(({ label }) => label);
  const parts = [
    ...segmentParts(say, segment, language),
    ...(names.length === 0 ? [] : [followsWords(say, names)]),
  ];
  const rate = bot.paidMessagesPerSecond ?? 0;
  return [
    ...(parts.length === 0 ? [] : [say('broadcast-only', { parts: parts.join(' · ') })]),
    ...(silent ? [say('broadcast-is-silent')] : []),
    ...(paid ? [say('broadcast-is-paid', { rate, stars: Math.ceil(count * STARS_EACH) })] : []),
    ...(plannedAtMs === undefined
      ? []
      : [say('broadcast-is-planned', { date: momentOf(plannedAtMs, language, zone), zone })]),
  ];
}

function segmentParts(
  say: Say,
  { languages = [], joinedWithinDays, activeWithinDays }: Segment,
  language: string,
): readonly string[] {
  return [
    ...(languages.length === 0 ? [] : [languages.map((tag) => languageName(tag, language)).join(', ')]),
    ...(joinedWithinDays === undefined ? [] : [say('broadcast-joined', { days: joinedWithinDays })]),
    ...(activeWithinDays === undefined ? [] : [say('broadcast-active', { days: activeWithinDays })]),
  ];
}

/** Whoever follows one of these. */
export function followsWords(say: Say, names: readonly string[]): string {
  return say('broadcast-follows', { names: names.join(', ') });
}

/** `es` as a reader of `language` calls it, with a capital as a label begins. */
export function languageName(tag: string, language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}

function buttonsOf(
  { say, bot }: Turn,
  { id, silent, paid, plannedAtMs }: Broadcast,
  count: number,
): Keyboard {
  const button = (what: DraftDeed, text: string): Button => ({
    text,
    data: writePress({ kind: 'draft', what, id }),
  });
  const isPlanned = plannedAtMs !== undefined;
  const sendText = isPlanned
    ? say('broadcast-button-send-now', { count })
    : say('broadcast-button-send', { count });
  const soundText = silent ? say('broadcast-button-sound') : say('broadcast-button-silent');
  const paidText = paid ? say('broadcast-button-free') : say('broadcast-button-paid');
  return [
    [...(count === 0 ? [] : [button('send', sendText)]), button('drop', say('broadcast-button-cancel'))],
    [
      button('test', say('broadcast-button-test')),
      button('later', isPlanned ? say('broadcast-button-other-time') : say('broadcast-button-later')),
    ],
    [button('whom', say('broadcast-button-whom')), button('sound', soundText)],
    bot.paidMessagesPerSecond === undefined ? [] : [button('paid', paidText)],
  ];
}
