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
  const full = article.people.map(({ name }) => name);
  for (const { name, kind, role, mentions } of article.people) {
    add(drafts, { name: fullest(name, full), kind, mentions, ...(role === undefined ? {} : { role }) });
  }
  article.quotes.forEach(({ speaker }, index) => {
    if (speaker === null) return;
    const role = speaker.role === undefined ? {} : { role: speaker.role };
    add(drafts, { name: fullest(speaker.name, full), kind: 'person', mentions: 0, ...role }).quotes.push(
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

function fullest(name: string, all: readonly string[]): string {
  const [token, ...more] = nameTokens(name);
  if (token === undefined || more.length > 0) return name;
  const bearers = new Map<string, string>();
  for (const other of all) {
    const tokens = nameTokens(other);
    if (tokens.length > 1 && (tokens[0] === token || tokens.at(-1) === token))
      bearers.set(nameKey(other), other);
  }
  const [only, second] = bearers.values();
  return only !== undefined && second === undefined ? only : name;
}
