import type { PublishedStory } from './edition.ts';
import { escapeMarkup } from './escape.ts';
import { pageFrame } from './page-frame.ts';

/** The list of all stories, newest first. */
export function frontPage(edition: readonly PublishedStory[], root: string): string {
  const items = edition
    .filter((published) => published.path === published.canonicalPath)
    .toReversed()
    .map(
      ({ path, headline, standfirst, story }) =>
        `<li><p class="kicker">${story.section}</p><a href="${root}/${path}">${escapeMarkup(headline)}</a><br>${escapeMarkup(standfirst)}</li>`,
    );
  return pageFrame({
    title: 'Front page',
    root,
    head: '',
    main: `<ul class="list">${items.join('\n')}</ul>`,
  });
}
