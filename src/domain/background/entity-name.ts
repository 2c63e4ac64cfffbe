import type { Word } from '../text/words.ts';
import { appositionOf } from './apposition.ts';
import type { Entity } from './entities.ts';

/** The fullest name as the article writes it. */
export function nameOf(text: string, words: readonly Word[], entity: Entity): string {
  const start = words[entity.fullest.from]?.start ?? 0;
  const end = words[entity.fullest.to - 1]?.end ?? start;
  return text.slice(start, end).replaceAll(/\s+/g, ' ');
}

/** Said of many: what stands beside the name tells more. */
const COURTESIES = /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|rev)\.?$/i;

/** The office that stands before one of the names, the longest of them; else what stands beside one; undefined where the article gives none. */
export function roleOf(text: string, words: readonly Word[], entity: Entity): string | undefined {
  const before = longest(entity.names.map((name) => wordsAt(text, words, name.titleFrom, name.from)));
  if (before !== undefined && !COURTESIES.test(before)) return before;
  const beside = entity.kind === 'person' ? besideNames(text, words, entity) : undefined;
  return beside ?? (before !== undefined && /^(?:mr|mrs|ms|miss)\b/i.test(before) ? undefined : before);
}

/** The first that stands beside one of the names. */
function besideNames(text: string, words: readonly Word[], { names }: Entity): string | undefined {
  for (const name of names) {
    const found = appositionOf(words, name);
    if (found !== undefined) return wordsAt(text, words, found.from, found.to);
  }
  return undefined;
}

function longest(roles: readonly (string | undefined)[]): string | undefined {
  return roles.reduce((best, role) => ((role?.length ?? 0) > (best?.length ?? 0) ? role : best), undefined);
}

function wordsAt(text: string, words: readonly Word[], from: number, to: number): string | undefined {
  const start = words[from]?.start;
  const end = words[to - 1]?.end;
  if (from >= to || start === undefined || end === undefined) return undefined;
  return text.slice(start, end).replaceAll(/\s+/g, ' ');
}
