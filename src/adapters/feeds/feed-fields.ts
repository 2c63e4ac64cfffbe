import { convert } from 'html-to-text';
import type { Candidate } from '../../app/ports/sources.ts';
import { feedDate } from '../../domain/article/feed-date.ts';
import { shortHash } from '../../domain/article/fingerprint.ts';
import { known } from './page-data.ts';
import { webAddress } from './page-document.ts';

/** What the formats have in common, before it is checked. */
export type RawItem = {
  readonly guid?: string | undefined;
  readonly link?: string | undefined;
  readonly title?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly updatedAt?: string | undefined;
  readonly byline?: string | undefined;
  readonly content?: string | undefined;
  readonly summary?: string | undefined;
  readonly image?: Candidate['image'] | undefined;
  readonly source?: { readonly title?: string | undefined; readonly url?: string | undefined } | undefined;
  readonly language?: string | undefined;
  /** `xml:base` of the item. */
  readonly base?: string | undefined;
};

/** Words of a field that may hold HTML, on one line. */
export function plain(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const words = /[<&]/.test(text)
    ? convert(text, { wordwrap: false, selectors: [{ selector: 'a', options: { ignoreHref: true } }] })
    : text;
  const line = words.replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}

function present(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

/** As an instant, where it can be read; else as it stands, for the cleaning to judge. */
function dated(text: string | undefined): string | undefined {
  const raw = present(text);
  return raw === undefined ? undefined : (feedDate(raw) ?? raw);
}

function imageOf(raw: RawItem, base: string): Candidate['image'] {
  if (raw.image === undefined) return undefined;
  const image = known({
    url: webAddress(raw.image.url, base),
    caption: plain(raw.image.caption),
    credit: plain(raw.image.credit),
  });
  return Object.keys(image).length === 0 ? undefined : image;
}

/** The item as a candidate, with whole addresses; a sentence when nothing can be made of it. */
export function toCandidate(raw: RawItem, feedBase: string): Candidate | string {
  const base = webAddress(raw.base, feedBase) ?? feedBase;
  const guid = present(raw.guid);
  // Addresses are escaped twice by some.
  const url =
    webAddress(raw.link?.replaceAll('&amp;', '&'), base) ??
    webAddress(guid !== undefined && /^https?:/i.test(guid) ? guid : undefined);
  const title = plain(raw.title);
  const content = present(raw.content);
  const summary = present(raw.summary);
  if (url === undefined && content === undefined && summary === undefined) {
    return 'the item has neither an address nor a text';
  }
  const publisher = plain(raw.source?.title);
  const origin =
    publisher === undefined ? undefined : { publisher, ...known({ url: webAddress(raw.source?.url, base) }) };
  return {
    guid: guid?.trim() ?? url ?? shortHash(`${title ?? ''}\n${content ?? summary ?? ''}`),
    ...known({
      url,
      title,
      publishedAt: dated(raw.publishedAt),
      updatedAt: dated(raw.updatedAt),
      byline: plain(raw.byline),
      content,
      summary,
      image: imageOf(raw, base),
      origin,
      language: present(raw.language),
    }),
  };
}
