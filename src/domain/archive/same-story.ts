import type { ArchivedArticle } from '../article/article.ts';
import type { StoryKeys } from '../article/story.ts';
import { plainWords } from './query.ts';

/** What is compared: an article with the keys it came with. */
export type Story = { readonly article: ArchivedArticle; readonly keys: StoryKeys };

/** As much of a story as its version shows in. */
export type Versioned = { readonly article: Pick<ArchivedArticle, 'title'>; readonly keys: StoryKeys };

/** How much alike two texts must be, by what else speaks for one story. Runs of three words, shared of all (Jaccard). */
const ALIKE = {
  /** One address, two ids of the same feed: an address that is given to everything, unless the texts agree. */
  sameAddressOtherId: 0.3,
  /** The text of an agency at two outlets. */
  otherSource: 0.5,
  /** One source that tells much the same under a new address and id: a new address, or today's weather. */
  sameSource: 0.8,
} as const;

/** Copies come within days; what reads alike a month later is an anniversary or a form that is filled in again. */
const LONGEST_APART_MS = 14 * 24 * 3_600_000;

/** Whether two articles that share a key tell one story, and not merely share an address or a form of words. */
export function isSameStory(kept: Story, come: Story): boolean {
  if (kept.keys.exact === come.keys.exact) return true;
  const isSameSource = kept.article.source === come.article.source;
  const hasBothIds = kept.keys.guid !== undefined && come.keys.guid !== undefined;
  if (hasBothIds && isSameSource && kept.keys.guid === come.keys.guid) return true;
  const hasOtherId = hasBothIds && isSameSource;
  const sharesAddress = come.keys.addresses.some((address) => kept.keys.addresses.includes(address));
  if (sharesAddress) return !hasOtherId || likeness(kept, come) >= ALIKE.sameAddressOtherId;
  if (Math.abs(kept.article.sortAtMs - come.article.sortAtMs) > LONGEST_APART_MS) return false;
  if (!isSameSource) return likeness(kept, come) >= ALIKE.otherSource;
  return likeness(kept, come) >= ALIKE.sameSource && hasSameNumbers(kept, come);
}

/** Whether what came is news about a story that is kept: other words from the same source or the same address. */
export function isNewVersion(kept: Story, come: Story): boolean {
  const isItsOwn =
    kept.article.source === come.article.source ||
    (kept.article.url !== undefined && kept.article.url === come.article.url);
  return isItsOwn && versionOf(kept) !== versionOf(come);
}

/** What two versions of a story differ in: the words, in order, and the headline. */
export function versionOf({ article, keys }: Versioned): string {
  return `${keys.exact} ${plainWords(article.title)}`;
}

function likeness(a: Story, b: Story): number {
  const left = runsOf(a.article);
  const right = runsOf(b.article);
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const run of left) if (right.has(run)) shared++;
  return shared / (left.size + right.size - shared);
}

function runsOf(article: ArchivedArticle): ReadonlySet<string> {
  const words = plainWords(bodyOf(article)).split(' ');
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}

function hasSameNumbers(a: Story, b: Story): boolean {
  const left = new Set(bodyOf(a.article).match(/\d[\d.,]*\d|\d/g));
  const right = new Set(bodyOf(b.article).match(/\d[\d.,]*\d|\d/g));
  const shared = [...left].filter((number) => right.has(number)).length;
  return shared * 2 >= Math.max(left.size, right.size);
}

function bodyOf({ paragraphs }: ArchivedArticle): string {
  return paragraphs.map(({ text }) => text).join('\n');
}
