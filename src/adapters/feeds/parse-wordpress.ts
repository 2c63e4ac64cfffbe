import type { Candidate, ItemProblem } from '../../app/ports/sources.ts';
import { toCandidate } from './feed-fields.ts';
import { pictureWords } from './page-picture.ts';

type Thing = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null;

function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => (isThing(inner) ? inner[step] : undefined), value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** GMT without saying so, as WordPress writes it. */
function gmt(value: unknown): string | undefined {
  const date = text(value);
  return date === undefined || /[zZ]|[+-]\d{2}:\d{2}$/.test(date) ? date : `${date}Z`;
}

function withoutTags(html: string | undefined): string | undefined {
  return (
    html
      ?.replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || undefined
  );
}

function candidateOf(post: unknown, base: string): Candidate | string {
  const media = at(post, '_embedded', 'wp:featuredmedia', 0);
  const url = text(at(media, 'source_url'));
  const caption = withoutTags(text(at(media, 'caption', 'rendered')));
  return toCandidate(
    {
      guid: text(at(post, 'guid', 'rendered')) ?? text(at(post, 'link')),
      link: text(at(post, 'link')),
      title: text(at(post, 'title', 'rendered')),
      publishedAt: gmt(at(post, 'date_gmt')),
      updatedAt: gmt(at(post, 'modified_gmt')),
      byline: text(at(post, '_embedded', 'author', 0, 'name')),
      content: text(at(post, 'content', 'rendered')),
      summary: text(at(post, 'excerpt', 'rendered')),
      image: url === undefined ? undefined : { url, ...pictureWords(caption, undefined) },
    },
    base,
  );
}

/** The address that lists a WordPress site's newest posts with author and picture. */
export function wordpressAddress(site: string): string {
  const fields = '_embed=author,wp:featuredmedia&per_page=30&orderby=modified&status=publish';
  return new URL(`wp-json/wp/v2/posts?${fields}`, site.endsWith('/') ? site : `${site}/`).href;
}

/** Posts of WordPress's REST interface (`wp/v2/posts`); a sentence part when it is something else. */
export function parseWordpress(
  json: string,
  base: string,
): { readonly items: readonly Candidate[]; readonly problems: readonly ItemProblem[] } | string {
  let posts: unknown;
  try {
    posts = JSON.parse(json);
  } catch {
    return 'is not the interface of a WordPress site';
  }
  if (!Array.isArray(posts)) return 'is not the interface of a WordPress site';
  const read = posts.map((post: unknown) => candidateOf(post, base));
  return {
    items: read.filter((item) => typeof item !== 'string'),
    problems: read.flatMap((item, i) =>
      typeof item === 'string' ? [{ item: `post ${i + 1}`, reason: item }] : [],
    ),
  };
}
