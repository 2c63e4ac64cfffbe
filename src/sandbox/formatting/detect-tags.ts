import type { Found } from './detect.ts';

const WORD = String.raw`\p{L}\p{N}_`;
/** What a hashtag is made of: letters, digits, and a few signs that join letters in their scripts. */
const TAG = String.raw`\p{L}\p{Nd}_\u200c\u00b7\u0d80-\u0dff`;
const NAME = '[a-zA-Z0-9_]';

const MENTION = new RegExp(`(?<![${WORD}])@(${NAME}{2,32})(?![${WORD}])`, 'gu');
/** Names shorter than four letters exist only for these. */
const SHORT_NAMES = new Set(['gif', 'vid', 'pic']);

const BOT_COMMAND = new RegExp(
  `(?<![${WORD}/<>])/${NAME}{1,64}(?:@${NAME}{3,32}|(?!@))(?![${WORD}/<>])`,
  'gu',
);

const MAX_HASHTAG = 256;
/** A tag may belong to a chat: `#news@courier`. */
const HASHTAG = new RegExp(`(?<![${TAG}])#([${TAG}]+)(?!#)(@${NAME}{3,32})?`, 'gu');
const TAG_NEXT = new RegExp(`^[${TAG}]`, 'u');
const CASHTAG = new RegExp(
  `(?<![${TAG}$])\\$(?:1INCH|[A-Z]{1,8})(?![${TAG}$])(?:@${NAME}{3,32}(?!${NAME}))?`,
  'gu',
);

export function findMentions(text: string): Found[] {
  return [...text.matchAll(MENTION)]
    .filter(([, name = '']) => name.length >= 4 || SHORT_NAMES.has(name.toLowerCase()))
    .map(spanOf);
}

export function findBotCommands(text: string): Found[] {
  return [...text.matchAll(BOT_COMMAND)].map(spanOf);
}

export function findHashtags(text: string): Found[] {
  return [...text.matchAll(HASHTAG)].flatMap((match) => {
    const [all, word = '', chat] = match;
    // A run that stops before its own end was cut short by the look-ahead: it is followed by another tag.
    if (chat === undefined && TAG_NEXT.test(text.slice(match.index + all.length))) return [];
    const letters = [...word];
    const kept = letters.slice(0, MAX_HASHTAG).join('');
    if (!/\p{L}/u.test(kept)) return [];
    const length = 1 + kept.length + (letters.length > MAX_HASHTAG ? 0 : (chat?.length ?? 0));
    return [{ begin: match.index, end: match.index + length }];
  });
}

export function findCashtags(text: string): Found[] {
  return [...text.matchAll(CASHTAG)].map(spanOf);
}

function spanOf(match: RegExpExecArray): Found {
  return { begin: match.index, end: match.index + match[0].length };
}
