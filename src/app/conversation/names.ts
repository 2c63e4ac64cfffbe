import { shorten } from '../../domain/post/fit.ts';
import type { KnownName } from '../ports/archive.ts';
import type { Keyboard } from '../ports/telegram.ts';
import { type Press, writePress } from './callback.ts';
import type { Turn } from './conversation.ts';

/** What a typed name can mean. */
export type NameChoice =
  | { readonly kind: 'one'; readonly name: KnownName }
  | { readonly kind: 'several'; readonly names: readonly KnownName[] }
  | { readonly kind: 'near'; readonly names: readonly KnownName[] }
  | { readonly kind: 'none' };

/** Names offered at once. */
const OFFERED = 6;
const BUTTON_LENGTH = 48;

/** Finds whom a reader means; several only when none of them is plainly the one. */
export async function chooseName(turn: Turn, query: string): Promise<NameChoice> {
  const { found, near } = await turn.bot.archive.findNames(query, OFFERED);
  const [first, second] = found;
  if (first !== undefined) {
    const plain = second === undefined || isSame(first.name, query) || isOutstanding(first, second);
    return plain ? { kind: 'one', name: first } : { kind: 'several', names: found };
  }
  return near.length === 0 ? { kind: 'none' } : { kind: 'near', names: near };
}

/** Named so much more often than the next that nobody would mean the other one. */
function isOutstanding(first: KnownName, second: KnownName): boolean {
  return first.articles >= 4 * second.articles && first.articles >= 4;
}

function isSame(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { sensitivity: 'base', ignorePunctuation: true }) === 0;
}

/** A button a name, one under the other. */
export function nameButtons(names: readonly KnownName[], press: (key: string) => Press): Keyboard {
  return names.map((known) => {
    const label = known.role === undefined ? known.name : `${known.name}, ${known.role}`;
    return [{ text: shorten(label, BUTTON_LENGTH), data: writePress(press(known.key)) }];
  });
}
