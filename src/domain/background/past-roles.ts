import { fold } from '../archive/fold.ts';
import { nameKey } from '../archive/name-key.ts';
import type { Person } from './person.ts';

type Naming = { readonly people: readonly Pick<Person, 'name' | 'role'>[]; readonly sortAtMs: number };

/**
 * The roles that earlier stories gave someone, newest first, each once. What is only the same role in more or fewer words
 * is left out: `mayor` beside `Mayor of Vessin`.
 */
export function pastRoles(
  key: string,
  now: string | undefined,
  stories: readonly Naming[],
): readonly string[] {
  const given = [...stories]
    .sort((a, b) => b.sortAtMs - a.sortAtMs)
    .flatMap(({ people }) => people.filter(({ name }) => nameKey(name) === key))
    .flatMap(({ role }) => (role === undefined ? [] : [role]));
  const kept: string[] = [];
  for (const role of given) {
    if (![...(now === undefined ? [] : [now]), ...kept].some((other) => isSameRole(role, other)))
      kept.push(role);
  }
  return kept;
}

function isSameRole(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
}

function wordsOf(role: string): readonly string[] {
  return fold(role)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'the');
}
