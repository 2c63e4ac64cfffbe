import type { Atom, Json, Rdf, Rss } from 'feedsmith';
import type { Candidate } from '../../app/ports/sources.ts';
import type { RawItem } from './feed-fields.ts';
import { pictureWords } from './page-picture.ts';

type Media = NonNullable<Rss.Item<string>['media']>;
type MediaContent = NonNullable<Media['contents']>[number];
type Enclosures = Rss.Item<string>['enclosures'];

const isImage = (content: MediaContent): boolean =>
  content.medium === 'image' ||
  content.type?.startsWith('image/') === true ||
  (content.medium === undefined &&
    content.type === undefined &&
    /\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)/i.test(content.url ?? ''));

/** The widest image, with what the feed says of it: the best captions and credits there are come from feeds. */
function imageOf(media: Media | undefined, enclosures: Enclosures): Candidate['image'] {
  const contents = [...(media?.contents ?? []), ...(media?.groups?.[0]?.contents ?? [])].filter(isImage);
  const [widest] = contents.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0));
  const thumbnail = media?.thumbnails?.[0]?.url ?? media?.groups?.[0]?.thumbnails?.[0]?.url;
  const enclosed = enclosures?.find((enclosure) => enclosure.type?.startsWith('image/'))?.url;
  const url = widest?.url ?? enclosed ?? thumbnail;
  const described = contents.find((content) => content.description?.value !== undefined);
  const credited = contents.find((content) => content.credits?.[0]?.value !== undefined);
  const caption = described?.description?.value ?? media?.description?.value;
  const credit = credited?.credits?.[0]?.value ?? media?.credits?.[0]?.value ?? widest?.copyright?.value;
  if (url === undefined && caption === undefined) return undefined;
  return { ...(url === undefined ? {} : { url }), ...pictureWords(caption, credit) };
}

type Dated = Pick<Rdf.Item<string>, 'dc' | 'dcterms'>;

/** The date of Dublin Core's two vocabularies, of which each format takes some. */
function dateOf({ dc, dcterms }: Dated): string | undefined {
  return dc?.dates?.[0] ?? dcterms?.issued?.[0] ?? dcterms?.created?.[0] ?? dcterms?.dates?.[0];
}

export function rssItem(item: Rss.Item<string>): RawItem {
  const [author] = item.authors ?? [];
  const guidAsLink = item.guid?.isPermaLink === false ? undefined : item.guid?.value;
  return {
    guid: item.guid?.value,
    link:
      item.link ??
      item.atom?.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ??
      (/^https?:/.test(guidAsLink ?? '') ? guidAsLink : undefined),
    title: item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value,
    publishedAt: item.pubDate ?? dateOf(item) ?? item.atom?.published ?? item.atom?.updated,
    updatedAt: item.atom?.updated ?? item.dcterms?.modified?.[0],
    byline: item.dc?.creators?.join(', ') ?? (typeof author === 'string' ? author : author?.name),
    content: item.content?.encoded,
    summary: item.description ?? item.itunes?.summary ?? item.media?.description?.value,
    image: imageOf(item.media, item.enclosures),
    source: item.source,
    base: item.xml?.base,
  };
}

export function atomEntry(entry: Atom.Entry<string>): RawItem {
  const alternates = (entry.links ?? []).filter((link) => link.rel === undefined || link.rel === 'alternate');
  const page =
    alternates.find((link) => link.type === undefined || link.type.includes('html')) ?? alternates[0];
  const itself = /^https?:/.test(entry.id ?? '') ? undefined : entry.links?.find(({ rel }) => rel === 'self');
  return {
    guid: entry.id,
    link: page?.href ?? itself?.href,
    title: entry.title?.value,
    publishedAt: entry.published ?? dateOf(entry) ?? entry.updated,
    updatedAt: entry.updated,
    byline: entry.authors?.flatMap((author) => author.name ?? []).join(', ') || entry.dc?.creators?.[0],
    content: entry.content?.value,
    summary: entry.summary?.value ?? entry.media?.groups?.[0]?.description?.value,
    image: imageOf(entry.media, undefined),
    source: { title: entry.source?.title?.value, url: entry.source?.links?.[0]?.href },
    base: entry.xml?.base,
  };
}

export function rdfItem(item: Rdf.Item<string>): RawItem {
  return {
    guid: item.rdf?.about,
    link: item.link,
    title: item.title ?? item.dc?.titles?.[0],
    publishedAt: dateOf(item) ?? item.atom?.published ?? item.atom?.updated,
    byline: item.dc?.creators?.join(', '),
    content: item.content?.encoded,
    summary: item.description ?? item.dc?.descriptions?.[0],
    image: imageOf(item.media, undefined),
    base: item.xml?.base,
  };
}

export function jsonItem(item: Json.Item<string>): RawItem {
  return {
    guid: item.id,
    link: item.url ?? item.external_url,
    title: item.title,
    publishedAt: item.date_published ?? item.date_modified,
    updatedAt: item.date_modified,
    byline: item.authors?.flatMap((author) => author.name ?? []).join(', ') || undefined,
    content: item.content_html ?? item.content_text,
    summary: item.summary,
    image: item.image === undefined ? undefined : { url: item.image },
    language: item.language,
  };
}
