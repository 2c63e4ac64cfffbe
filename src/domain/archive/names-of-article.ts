import type { Analysis } from '../article/article.ts';
import { nameKey, nameTokens } from './name-key.ts';

/** A person or body as one article gives it, with its quotes by their index in `quotes`. */
export type NameInArticle = {
  readonly key: string;
  readonly name: string;
  readonly kind: 'person' | 'body';
  readonly role?: string;
  readonly mentions: number;
  readonly quotes: readonly number[];
};

/** Lists of hundreds of names (results, casualties, signatories) are not who a story is about. */
const MOST_NAMES = 40;

type Draft = {
  key: string;
  name: string;
  kind: 'person' | 'body';
  role?: string;
  mentions: number;
  quotes: number[];
};

/**
 * Who stands in an article: speakers first, then by mentions. A bare last or first name joins the one person of the
 * article who bears it; where two do, it stays apart from both.
 */
export function namesOf(article: Pick<Analysis, 'people' | 'quotes'>): readonly NameInArticle[] {
  const drafts = new Map<string, Draft>();
  const bearers = bearersOf(article.people.map(({ name }) => name));
  for (const { name, kind, role, mentions } of article.people) {
    add(drafts, { name: fullest(name, bearers), kind, mentions, ...(role === undefined ? {} : { role }) });
  }
  article.quotes.forEach(({ speaker }, index) => {
    if (speaker === null) return;
    const role = speaker.role === undefined ? {} : { role: speaker.role };
    add(drafts, { name: fullest(speaker.name, bearers), kind: 'person', mentions: 0, ...role }).quotes.push(
      index,
    );
  });
  return [...drafts.values()]
    .sort((a, b) => Number(b.quotes.length > 0) - Number(a.quotes.length > 0) || b.mentions - a.mentions)
    .slice(0, MOST_NAMES);
}

function add(drafts: Map<string, Draft>, given: Omit<Draft, 'key' | 'quotes'>): Draft {
  const key = nameKey(given.name);
  const known = drafts.get(key);
  if (known === undefined) {
    const draft: Draft = { key, ...given, quotes: [] };
    drafts.set(key, draft);
    return draft;
  }
  known.mentions += given.mentions;
  if (known.role === undefined && given.role !== undefined) known.role = given.role;
  return known;
}

/** Who bears a first or a last name: full names by their keys. */
type Bearers = ReadonlyMap<string, ReadonlyMap<string, string>>;

function bearersOf(names: readonly string[]): Bearers {
  const bearers = new Map<string, Map<string, string>>();
  for (const name of names) {
    const tokens = nameTokens(name);
    if (tokens.length < 2) continue;
    for (const token of [tokens[0] ?? '', tokens.at(-1) ?? '']) {
      const byKey = bearers.get(token) ?? new Map<string, string>();
      bearers.set(token, byKey.set(nameKey(name), name));
    }
  }
  return bearers;
}

function fullest(name: string, bearers: Bearers): string {
  const [token, ...more] = nameTokens(name);
  if (token === undefined || more.length > 0) return name;
  const [only, second] = bearers.get(token)?.values() ?? [];
  return only !== undefined && second === undefined ? only : name;
}
