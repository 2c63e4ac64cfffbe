import type { Say } from '../ports/messages.ts';
import type { Button } from '../ports/telegram.ts';
import { type Press, writePress } from './callback.ts';

/** Buttons to the pages before and after, where there are any. */
export function pager(
  say: Say,
  { offset, size, total }: { readonly offset: number; readonly size: number; readonly total: number },
  pressAt: (offset: number) => Press,
): readonly Button[] {
  const newer =
    offset > 0 ? [{ text: say('button-newer'), data: writePress(pressAt(Math.max(0, offset - size))) }] : [];
  const older =
    offset + size < total ? [{ text: say('button-older'), data: writePress(pressAt(offset + size)) }] : [];
  return [...newer, ...older];
}
