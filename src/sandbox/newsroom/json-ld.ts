import type { PublishedStory } from './edition.ts';

/** What search engines are told of a story; `<` is written so that no text can close the script it stands in. */
export function jsonLd(
  { story, headline, standfirst, canonicalPath, modifiedAt }: PublishedStory,
  root: string,
): string {
  const authors = (story.byline ?? '')
    .replace(/^By /, '')
    .split(' and ')
    .filter((name) => name !== '');
  const image =
    story.image === undefined
      ? {}
      : {
          image: {
            '@type': 'ImageObject',
            url: `${root}/images/${story.image.file}`,
            caption: story.image.caption,
            creditText: story.image.credit,
          },
        };
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    description: standfirst,
    datePublished: story.publishedAt,
    dateModified: modifiedAt,
    author: authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: 'The Aldwick Courier' },
    mainEntityOfPage: `${root}/${canonicalPath}`,
    ...image,
  }).replaceAll('<', '\\u003c');
}
