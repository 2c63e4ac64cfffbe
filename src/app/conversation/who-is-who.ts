import { nameKey } from '../../domain/archive/name-key.ts';
import type { ArchivedArticle } from '../../domain/article/article.ts';
import { pastRoles } from '../../domain/background/past-roles.ts';
import type { Person } from '../../domain/background/person.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import type { KeptQuote, KnownName } from '../ports/archive.ts';
import type { Turn } from './conversation.ts';
import { joinedBy } from './message.ts';
import { quoteBlock, telling } from './quote-blocks.ts';
import { datedHeadline } from './story-line.ts';
import { type StoryLinks, storyLinks } from './story-links.ts';

/** People and bodies shown. */
const PEOPLE = 8;
/** Of so many of them it is told what the archive last knew. */
const WITH_PAST = 3;
/** Earlier stories that are looked through for it, of each. */
const LOOKED_AT = 4;
const ROLES = 2;

type Past = {
  readonly roles: readonly string[];
  readonly quote?: KeptQuote;
  readonly story?: ArchivedArticle;
};

/**
 * The people and bodies of a story with the role it gives them, or else the one that the archive knows; and of the foremost
 * what they said and did last before it.
 */
export async function whoIsWho(turn: Turn, article: ArchivedArticle): Promise<readonly RichText[]> {
  const names = await turn.bot.archive.namesIn(article.id);
  const known = new Map(names.map((name) => [name.key, name]));
  const shown = article.people
    .map((person) => ({ person, name: known.get(nameKey(person.name)) }))
    .filter(({ person, name }) => roleIn(person, name) !== undefined || pastOf(name) > 0)
    .slice(0, PEOPLE);
  const foremost = shown.filter(({ name }) => pastOf(name) > 0).slice(0, WITH_PAST);
  const pasts = new Map(
    await Promise.all(
      foremost.map(
        async ({ person, name }) =>
          [person, name === undefined ? undefined : await pastIn(turn, article, person, name)] as const,
      ),
    ),
  );
  const links = await storyLinks(
    turn,
    [...pasts.values()].flatMap((past) => past?.quote?.article ?? past?.story ?? []),
  );
  return shown.map(({ person, name }) => lineOf({ ...turn, links }, person, name, pasts.get(person)));
}

/** A body has no office: what stands before its name is a part of it, or the people in it. */
function roleIn({ kind, role }: Person, name: KnownName | undefined): string | undefined {
  return kind === 'body' ? undefined : (role ?? name?.role);
}

/** In how many stories beside this one someone stands. */
function pastOf(name: KnownName | undefined): number {
  return (name?.articles ?? 1) - 1;
}

async function pastIn(
  { bot }: Turn,
  article: ArchivedArticle,
  person: Person,
  { key, role }: KnownName,
): Promise<Past> {
  const before = { offset: 0, beforeMs: article.sortAtMs };
  const [{ items: earlier }, { items: quotes }] = await Promise.all([
    bot.archive.articlesNaming(key, { ...before, limit: LOOKED_AT }),
    bot.archive.quotesBy(key, { ...before, limit: LOOKED_AT }),
  ]);
  const [[story], [quote]] = [earlier, telling(quotes, 1)];
  return {
    roles: pastRoles(key, person.role ?? role, earlier).slice(0, ROLES),
    ...(quote === undefined ? {} : { quote }),
    ...(story === undefined ? {} : { story }),
  };
}

type Linked = Turn & { readonly links: StoryLinks };

function lineOf(turn: Linked, person: Person, name: KnownName | undefined, past: Past | undefined): RichText {
  const role = roleIn(person, name);
  const before = past?.roles ?? [];
  const about = [
    role === undefined ? '' : `, ${role}`,
    before.length === 0 ? '' : ` (${turn.say('background-role-before', { roles: before.join('; ') })})`,
    pastOf(name) === 0 ? '' : ` · ${turn.say('background-stories', { count: pastOf(name) + 1 })}`,
  ].join('');
  const line: RichText = ['• ', { bold: person.name }, about];
  return joinedBy('\n', [line, ...lastOf(turn, past)]);
}

/** The last words before the story and where they stand; else the last story. */
function lastOf(turn: Linked, past: Past | undefined): readonly RichText[] {
  if (past?.quote !== undefined)
    return [[quoteBlock(past.quote.quote.text)], datedHeadline(turn, past.quote.article, turn.links)];
  return past?.story === undefined ? [] : [datedHeadline(turn, past.story, turn.links)];
}
