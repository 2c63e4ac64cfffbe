import type { PublishedStory } from './edition.ts';
import { escapeMarkup } from './escape.ts';
import type { StoryImage } from './story.ts';
import { storyBody } from './story-page.ts';

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ');

/** RSS 2.0, newest first, with the full text, the picture with caption and credit, and links that count their readers. */
export function feedOf(edition: readonly PublishedStory[], root: string): string {
  const items = edition.toReversed().map((published) => itemOf(published, root));
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${NAMESPACES}>
<channel>
<title>The Aldwick Courier</title>
<link>${escapeMarkup(root)}/</link>
<description>News from Port Aldwick, an invented city</description>
<language>en</language>
<atom:link href="${escapeMarkup(root)}/feed.xml" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel>
</rss>
`;
}

function itemOf(published: PublishedStory, root: string): string {
  const { path, story, headline, standfirst, modifiedAt } = published;
  const lines = [
    `<title>${escapeMarkup(headline)}</title>`,
    `<link>${escapeMarkup(`${root}/${path}?utm_source=rss&utm_medium=feed`)}</link>`,
    `<guid isPermaLink="false">courier-${escapeMarkup(path)}</guid>`,
    `<pubDate>${new Date(story.publishedAt).toUTCString()}</pubDate>`,
    `<atom:updated>${modifiedAt}</atom:updated>`,
    `<category>${story.section}</category>`,
    ...(story.byline === undefined
      ? []
      : [`<dc:creator>${escapeMarkup(story.byline.replace(/^By /, ''))}</dc:creator>`]),
    `<description>${escapeMarkup(standfirst)}</description>`,
    `<content:encoded><![CDATA[${storyBody(published)}]]></content:encoded>`,
    ...(story.image === undefined ? [] : [mediaOf(story.image, root)]),
  ];
  return `<item>\n${lines.join('\n')}\n</item>`;
}

function mediaOf(image: StoryImage, root: string): string {
  return [
    `<media:content url="${escapeMarkup(root)}/images/${image.file}" medium="image" type="image/jpeg" width="1000" height="600">`,
    `<media:description type="plain">${escapeMarkup(image.caption)}</media:description>`,
    `<media:credit role="photographer">${escapeMarkup(image.credit)}</media:credit>`,
    '</media:content>',
  ].join('');
}
