import type { ArticleId } from '../../domain/article/article.ts';
import { withinBytes } from '../../domain/post/fit.ts';
import type { BroadcastId } from '../ports/delivery.ts';
import type { QueueMove } from '../ports/ledger.ts';

/** What a button asks for. It travels as at most 64 bytes of callback data. */
export type Press =
  | { readonly kind: 'latest'; readonly offset: number; readonly size: number }
  | { readonly kind: 'story'; readonly id: ArticleId }
  | { readonly kind: 'quotes in'; readonly id: ArticleId; readonly offset: number }
  /** One quote of a story, to be passed on. */
  | { readonly kind: 'quote'; readonly id: ArticleId; readonly index: number }
  | { readonly kind: 'quotes by'; readonly key: string; readonly offset: number }
  | { readonly kind: 'quotes on'; readonly topic: string; readonly offset: number }
  /** `page` counts from 0; the first where absent. */
  | { readonly kind: 'background to'; readonly id: ArticleId; readonly page?: number }
  /** `offset` counts the stories of the thread, newest first. */
  | { readonly kind: 'background of'; readonly key: string; readonly offset: number }
  | { readonly kind: 'background on'; readonly topic: string; readonly offset: number }
  | { readonly kind: 'follow name'; readonly key: string }
  | { readonly kind: 'follow topic'; readonly topic: string }
  /** `key` is that of the follow. */
  | { readonly kind: 'unfollow'; readonly key: string }
  | { readonly kind: 'follows' }
  | { readonly kind: 'draft'; readonly what: DraftDeed; readonly id: BroadcastId }
  /** `en`, `joined-30`, `active-7`, or `f` and the key of a follow. */
  | { readonly kind: 'draft segment'; readonly part: string; readonly id: BroadcastId }
  | { readonly kind: 'broadcast'; readonly what: BroadcastDeed; readonly id: BroadcastId }
  | { readonly kind: 'broadcast again'; readonly id: BroadcastId }
  | { readonly kind: 'queue'; readonly channel: string; readonly offset: number }
  | { readonly kind: 'queued'; readonly channel: string; readonly id: ArticleId }
  | {
      readonly kind: 'move';
      readonly what: QueueMove;
      readonly channel: string;
      readonly id: ArticleId;
    }
  | {
      readonly kind: 'approval';
      readonly what: 'release' | 'now' | 'drop';
      readonly channel: string;
      readonly id: ArticleId;
    }
  | { readonly kind: 'post'; readonly what: PostDeed; readonly id: ArticleId }
  | { readonly kind: 'post now'; readonly id: ArticleId; readonly channel: string }
  | {
      readonly kind: 'decide';
      readonly what: 'it is there' | 'post it';
      readonly channel: string;
      readonly id: ArticleId;
    };

const DRAFT_DEEDS = ['send', 'drop', 'test', 'sound', 'paid', 'later', 'whom', 'back'] as const;
export type DraftDeed = (typeof DRAFT_DEEDS)[number];

/** `repeat` asks before it is done. */
const BROADCAST_DEEDS = ['pause', 'resume', 'cancel', 'repeat', 'repeat-now', 'back', 'file'] as const;
export type BroadcastDeed = (typeof BROADCAST_DEEDS)[number];

/** What an editor does with one article, wherever its post stands. */
export type PostDeed =
  | 'breaking'
  | 'correct'
  | 'correct now'
  | 'correct note'
  | 'retract'
  | 'retract notice'
  | 'retract reason'
  | 'retract delete'
  | 'leave';

const LIMIT_BYTES = 64;

/** One letter each: with an id of 24 and the longest name of a channel it just fits. */
const MOVE_LETTERS: Readonly<Record<QueueMove, string>> = {
  up: 'u',
  down: 'd',
  now: 'n',
  hold: 'h',
  release: 'r',
  drop: 'x',
};

const DEED_LETTERS: Readonly<Record<PostDeed, string>> = {
  breaking: 'b',
  correct: 'c',
  'correct now': 'cc',
  'correct note': 'cn',
  retract: 'r',
  'retract notice': 'rn',
  'retract reason': 'rr',
  'retract delete': 'rd',
  leave: 'l',
};

/** Writes a press as callback data; a topic too long for it is cut between characters. */
export function writePress(press: Press): string {
  return withinBytes(fieldsOf(press).join(':'), LIMIT_BYTES);
}

function fieldsOf(press: Press): readonly (string | number)[] {
  switch (press.kind) {
    case 'latest':
      return ['l', press.offset, press.size];
    case 'story':
      return ['a', press.id];
    case 'quotes in':
      return ['qa', press.offset, press.id];
    case 'quote':
      return ['qo', press.index, press.id];
    case 'quotes by':
      return ['qn', press.offset, press.key];
    case 'quotes on':
      return ['qt', press.offset, press.topic];
    case 'background to':
      return press.page === undefined || press.page === 0 ? ['ba', press.id] : ['bb', press.page, press.id];
    case 'background of':
      return press.offset === 0 ? ['bn', press.key] : ['bo', press.offset, press.key];
    case 'background on':
      return press.offset === 0 ? ['bt', press.topic] : ['bp', press.offset, press.topic];
    case 'follow name':
      return ['fn', press.key];
    case 'follow topic':
      return ['ft', press.topic];
    case 'unfollow':
      return ['fu', press.key];
    case 'follows':
      return ['fl', 'all'];
    case 'draft':
      return ['d', press.what, press.id];
    case 'draft segment':
      return ['ds', press.part, press.id];
    case 'broadcast':
      return ['c', press.what, press.id];
    case 'broadcast again':
      return ['cv', press.id];
    case 'queue':
      return ['k', press.offset, press.channel];
    case 'queued':
      return ['ki', press.id, press.channel];
    case 'move':
      return ['km', MOVE_LETTERS[press.what], press.id, press.channel];
    case 'post':
      return ['po', DEED_LETTERS[press.what], press.id];
    case 'post now':
      return ['pb', press.id, press.channel];
    case 'approval':
      return ['kv', MOVE_LETTERS[press.what], press.id, press.channel];
    case 'decide':
      return ['p', press.what === 'post it' ? 'again' : 'there', press.id, press.channel];
  }
}

type Reader = (first: string, rest: string) => Press | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  l: (first, rest) => withOffset(first, (offset) => ({ kind: 'latest', offset, size: pageSize(rest) })),
  a: (first) => ({ kind: 'story', id: first as ArticleId }),
  qa: (first, rest) => withOffset(first, (offset) => ({ kind: 'quotes in', offset, id: rest as ArticleId })),
  qo: (first, rest) => withOffset(first, (index) => ({ kind: 'quote', index, id: rest as ArticleId })),
  qn: (first, rest) => withOffset(first, (offset) => ({ kind: 'quotes by', offset, key: rest })),
  qt: (first, rest) => withOffset(first, (offset) => ({ kind: 'quotes on', offset, topic: rest })),
  ba: (first) => ({ kind: 'background to', id: first as ArticleId }),
  bb: (first, rest) => withOffset(first, (page) => ({ kind: 'background to', page, id: rest as ArticleId })),
  bn: (first, rest) => ({ kind: 'background of', offset: 0, key: joined(first, rest) }),
  bt: (first, rest) => ({ kind: 'background on', offset: 0, topic: joined(first, rest) }),
  bo: (first, rest) => withOffset(first, (offset) => ({ kind: 'background of', offset, key: rest })),
  bp: (first, rest) => withOffset(first, (offset) => ({ kind: 'background on', offset, topic: rest })),
  fn: (first) => ({ kind: 'follow name', key: first }),
  ft: (first, rest) => ({ kind: 'follow topic', topic: joined(first, rest) }),
  fu: (first) => ({ kind: 'unfollow', key: first }),
  fl: () => ({ kind: 'follows' }),
  d: (first, rest) => deedOf('draft', DRAFT_DEEDS, first, rest),
  ds: (first, rest) => ({ kind: 'draft segment', part: first, id: rest as BroadcastId }),
  c: (first, rest) => deedOf('broadcast', BROADCAST_DEEDS, first, rest),
  cv: (first) => ({ kind: 'broadcast again', id: first as BroadcastId }),
  k: (first, rest) => withOffset(first, (offset) => ({ kind: 'queue', offset, channel: rest })),
  ki: (first, rest) => ({ kind: 'queued', id: first as ArticleId, channel: rest }),
  km: (first, rest) => queueMove(first, rest),
  kv: (first, rest) => approval(first, rest),
  po: (first, rest) => postDeed(first, rest),
  pb: (first, rest) => ({ kind: 'post now', id: first as ArticleId, channel: rest }),
  p: (first, rest) => decision(first, rest),
};

/** Reads callback data that may come from any client: undefined for what no button of ours carries. */
export function readPress(data: string): Press | undefined {
  const [kind, first, ...rest] = data.split(':');
  if (kind === undefined || first === undefined || first === '') return undefined;
  return READERS[kind]?.(first, rest.join(':'));
}

function joined(first: string, rest: string): string {
  return rest === '' ? first : `${first}:${rest}`;
}

function withOffset(field: string, press: (offset: number) => Press): Press | undefined {
  return /^\d{1,6}$/.test(field) ? press(Number(field)) : undefined;
}

function pageSize(field: string): number {
  return Math.min(Math.max(Number.parseInt(field, 10) || DEFAULT_PAGE, 1), LARGEST_PAGE);
}

/** Stories on one page of `/latest`, and the most a reader may ask for. */
export const DEFAULT_PAGE = 5;
export const LARGEST_PAGE = 10;

function deedOf<Kind extends 'draft' | 'broadcast', Deed extends string>(
  kind: Kind,
  deeds: readonly Deed[],
  word: string,
  id: string,
): { readonly kind: Kind; readonly what: Deed; readonly id: BroadcastId } | undefined {
  const what = deeds.find((deed) => deed === word);
  return what === undefined ? undefined : { kind, what, id: id as BroadcastId };
}

function queueMove(letter: string, rest: string): Extract<Press, { kind: 'move' }> | undefined {
  const [id, ...channel] = rest.split(':');
  const what = (Object.keys(MOVE_LETTERS) as QueueMove[]).find((move) => MOVE_LETTERS[move] === letter);
  if (id === undefined || id === '' || what === undefined) return undefined;
  return { kind: 'move', what, id: id as ArticleId, channel: channel.join(':') };
}

function approval(letter: string, rest: string): Press | undefined {
  const move = queueMove(letter, rest);
  if (move?.what !== 'release' && move?.what !== 'now' && move?.what !== 'drop') return undefined;
  return { ...move, kind: 'approval', what: move.what };
}

function decision(what: string, rest: string): Press | undefined {
  const [id, ...channel] = rest.split(':');
  if (id === undefined || id === '' || (what !== 'again' && what !== 'there')) return undefined;
  const decided = what === 'again' ? 'post it' : 'it is there';
  return { kind: 'decide', what: decided, id: id as ArticleId, channel: channel.join(':') };
}

function postDeed(letter: string, id: string): Press | undefined {
  const what = (Object.keys(DEED_LETTERS) as PostDeed[]).find((deed) => DEED_LETTERS[deed] === letter);
  return what === undefined || id === '' ? undefined : { kind: 'post', what, id: id as ArticleId };
}
