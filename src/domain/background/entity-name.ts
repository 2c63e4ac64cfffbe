import type { Word } from '../text/words.ts';
import type { Entity } from './entities.ts';

/** The fullest name as the article writes it. */
export function nameOf(text: string, words: readonly Word[], entity: Entity): string {
  const start = words[entity.fullest.from]?.start ?? 0;
  const end = words[entity.fullest.to - 1]?.end ?? start;
  return text.slice(start, end).replaceAll(/\s+/g, ' ');
}

/** The office that stands before one of the names, the longest of them; undefined where the article gives none. */
export function roleOf(text: string, words: readonly Word[], entity: Entity): string | undefined {
  let longest: string | undefined;
  for (const name of entity.names) {
    if (name.titleFrom >= name.from) continue;
    const start = words[name.titleFrom]?.start ?? 0;
    const end = words[name.from - 1]?.end ?? start;
    const role = text.slice(start, end).replaceAll(/\s+/g, ' ');
    if (!/^(?:mr|mrs|ms|miss)\.?$/i.test(role) && role.length > (longest?.length ?? 0)) longest = role;
  }
  return longest;
}
