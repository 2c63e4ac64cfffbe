import type { Story } from './story.ts';

/** A story as it stands on one address at one moment. */
export type PublishedStory = {
  /** Below the newsroom's root: `2026/06/03/slug.html`. */
  readonly path: string;
  /** Where it belongs; another path than its own when a second section carries it. */
  readonly canonicalPath: string;
  readonly story: Story;
  readonly headline: string;
  readonly standfirst: string;
  readonly paragraphs: readonly string[];
  /** ISO 8601, UTC; later than the publication once it was corrected. */
  readonly modifiedAt: string;
  /** The sentence that owns up to a mistake, once there is one. */
  readonly correctionNote?: string;
};

/** When the paper's stories and corrections come out. */
export type Release = {
  /** Milliseconds since the newsroom was opened. */
  readonly openForMs: number;
  /** Milliseconds between two stories; 0 has all of them out from the beginning. */
  readonly everyMs: number;
  /** Milliseconds from a story to its correction. */
  readonly correctAfterMs: number;
};

/** All that is out at this moment, oldest first; a story with a second address stands there twice. */
export function editionAt(stories: readonly Story[], release: Release): readonly PublishedStory[] {
  return stories.flatMap((story, index) => {
    const outForMs = release.openForMs - index * release.everyMs;
    return outForMs < 0 ? [] : addressesOf(story, outForMs >= release.correctAfterMs);
  });
}

function addressesOf(story: Story, isCorrected: boolean): readonly PublishedStory[] {
  const canonicalPath = `${folderOf(story)}/${story.slug}.html`;
  const published = { ...versionOf(story, isCorrected), canonicalPath, story };
  const second =
    story.alsoAt === undefined ? [] : [{ ...published, path: `${folderOf(story)}/${story.alsoAt}.html` }];
  return [{ ...published, path: canonicalPath }, ...second];
}

function versionOf(
  story: Story,
  isCorrected: boolean,
): Omit<PublishedStory, 'path' | 'canonicalPath' | 'story'> {
  const { correction, headline, standfirst, paragraphs, publishedAt } = story;
  if (correction === undefined || !isCorrected)
    return { headline, standfirst, paragraphs, modifiedAt: publishedAt };
  return {
    headline: correction.headline ?? headline,
    standfirst: correction.standfirst ?? standfirst,
    paragraphs: correction.paragraphs,
    modifiedAt: correction.at,
    correctionNote: correction.note,
  };
}

function folderOf(story: Story): string {
  return story.publishedAt.slice(0, 10).replaceAll('-', '/');
}
