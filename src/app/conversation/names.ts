import { shorten } from '../../domain/post/fit.ts';
import type { KnownName } from '../ports/archive.ts';
import type { Keyboard } from '../ports/telegram.ts';
import { type Press, writePress } from './callback.ts';

const BUTTON_LENGTH = 48;

/** A button a name, one under the other. */
export function nameButtons(names: readonly KnownName[], press: (key: string) => Press): Keyboard {
  return names.map((known) => {
    const label = known.role === undefined ? known.name : `${known.name}, ${known.role}`;
    return [{ text: shorten(label, BUTTON_LENGTH), data: writePress(press(known.key)) }];
  });
}
