import type { PageElement } from './page-document.ts';

const SOURCES = [
  'src',
  'srcset',
  'data-src',
  'data-srcset',
  'data-original',
  'data-lazy-src',
  'content',
  'href',
];

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|bmp|svg|tiff?|heic|jfif)$/i;

/** What a program that serves pictures is asked for: the longest value of its query. */
function askedFor(query: string): string {
  const values = query.split('&').map((pair) => decodeURIComponentSafely(pair.replace(/^[^=]*=/, '')));
  return values.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

/** Sizes, and widths that papers ask for, at the end of a name; another number tells pictures apart. */
const SIZES =
  /(?:[-_]+(?:\d{2,4}x\d{2,4}|scaled|\d{3,4}(?=w$|[-_]\d+x)w?|1[05]0|2[04]0|3[02]0|4[08]0|5[049]\d|6[0-6]0|7[0256][08]|800|9[07][06]|1000|1024|1200|1280|1440|1600|1920|20(?:00|48)|2560))+$/i;

/** Names of hosts end as those of files do. */
const HOST = /^(?:https?:)?\/\/[^/]*/i;
/** Sizes in place of a file's name: `/harbour/400/16x9`. */
const SIZE_PARTS = /(?:\/\d{2,4})?\/\d{1,4}x\d{1,4}$/;

/** The name of a picture's file without sizes, by which its copies are known: `harbour` of `/a/harbour-1024x576.jpg?w=3`. */
export function fileNameOf(address: string): string | undefined {
  const [path = '', query = ''] = (address.split('#', 1)[0] ?? '').split('?');
  const parts = path.replace(HOST, '').replace(SIZE_PARTS, '').split('/');
  const named =
    parts.findLast((part) => PICTURE.test(part)) ?? parts.findLast((part) => /\.\w{3,4}$/.test(part));
  const asked = named === undefined || !PICTURE.test(named) ? askedFor(query) : '';
  const file = (asked.length >= 4 ? asked.split('/').at(-1) : named) ?? parts.at(-1) ?? '';
  const name = decodeURIComponentSafely(file)
    .replace(/\.(?:jpe?g|png|gif|webp|avif)\b.*$|\.\w{3,5}$/i, '')
    .replace(SIZES, '');
  return name.length >= 4 ? name.toLowerCase() : undefined;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether an element or one in it shows a picture of this file name. */
export function shows(element: PageElement, fileName: string): boolean {
  const media = [element, ...element.querySelectorAll('img, source, meta, link, amp-img, a, video')];
  return media.some((medium) =>
    SOURCES.some((name) => medium.getAttribute(name)?.toLowerCase().includes(fileName) ?? false),
  );
}
