import type { PublishedStory } from './edition.ts';
import { escapeMarkup } from './escape.ts';
import { jsonLd } from './json-ld.ts';
import { pageFrame } from './page-frame.ts';
import type { StoryImage } from './story.ts';

const RELATED_COUNT = 3;

/** A story's page as a newspaper serves it: the text between everything else that a page is full of. */
export function storyPage(
  published: PublishedStory,
  edition: readonly PublishedStory[],
  root: string,
): string {
  const { story, headline, standfirst } = published;
  return pageFrame({
    title: headline,
    root,
    head: headOf(published, root),
    main: `<article class="story">
  <header>
    <p class="kicker">${story.section}</p>
    <h1>${escapeMarkup(headline)}</h1>
    <p class="standfirst">${escapeMarkup(standfirst)}</p>
    <p class="meta">${bylineOf(published)}<time datetime="${story.publishedAt}">${dateLine(story.publishedAt)}</time></p>
  </header>
  ${story.image === undefined ? '' : figure(story.image, root)}
  <div class="article-body">
${storyBody(published)}
  </div>
  <aside class="newsletter"><h2>The Morning Tide</h2><p>Port Aldwick before breakfast, in your inbox at six. Free, and you can leave at any time.</p>
    <form action="${root}/newsletter"><input type="email" name="address" placeholder="Your address"><button>Sign up</button></form></aside>
  ${relatedTo(published, edition, root)}
</article>`,
  });
}

/** The paragraphs of a story, with its place, its promotion, its notice and its correction. */
export function storyBody({ story, paragraphs, correctionNote }: PublishedStory): string {
  const lines = paragraphs.flatMap((paragraph, index) => {
    const place = index === 0 && story.place !== undefined ? `${story.place} – ` : '';
    const line = `<p>${escapeMarkup(place + paragraph)}</p>`;
    return story.promotion?.after === index + 1
      ? [line, `<p class="promo"><strong>${escapeMarkup(story.promotion.line)}</strong></p>`]
      : [line];
  });
  const notice = story.reprint === undefined ? [] : [`<p><em>${escapeMarkup(story.reprint.notice)}</em></p>`];
  const correction =
    correctionNote === undefined ? [] : [`<p class="correction">${escapeMarkup(correctionNote)}</p>`];
  return [...lines, ...notice, ...correction].join('\n');
}

function figure(image: StoryImage, root: string): string {
  return `<figure><img src="${root}/images/${image.file}" width="1000" height="600" alt="${escapeMarkup(image.alt)}">
    <figcaption>${escapeMarkup(image.caption)} <span class="credit">(${escapeMarkup(image.credit)})</span></figcaption></figure>`;
}

function headOf(published: PublishedStory, root: string): string {
  const { story, headline, standfirst, canonicalPath, modifiedAt } = published;
  const properties = [
    ['og:type', 'article'],
    ['og:site_name', 'The Aldwick Courier'],
    ['og:title', headline],
    ['og:description', standfirst],
    ['og:url', `${root}/${canonicalPath}`],
    ['article:published_time', story.publishedAt],
    ['article:modified_time', modifiedAt],
    ['article:section', story.section],
    ...(story.image === undefined ? [] : [['og:image', `${root}/images/${story.image.file}`]]),
  ].map(([name = '', content = '']) => `<meta property="${name}" content="${escapeMarkup(content)}">`);
  return [
    `<link rel="canonical" href="${root}/${canonicalPath}">`,
    `<meta name="description" content="${escapeMarkup(standfirst)}">`,
    ...properties,
    `<script type="application/ld+json">${jsonLd(published, root)}</script>`,
  ].join('\n');
}

function bylineOf({ story }: PublishedStory): string {
  return story.byline === undefined ? '' : `<span class="byline">${escapeMarkup(story.byline)}</span> · `;
}

function dateLine(iso: string): string {
  const format: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' };
  return `${new Intl.DateTimeFormat('en-GB', format).format(new Date(iso))} UTC`;
}

function relatedTo(published: PublishedStory, edition: readonly PublishedStory[], root: string): string {
  const others = edition
    .filter((other) => other.story !== published.story && other.story.section === published.story.section)
    .slice(-RELATED_COUNT);
  if (others.length === 0) return '';
  const links = others.map(
    (other) => `<li><a href="${root}/${other.path}">${escapeMarkup(other.headline)}</a></li>`,
  );
  return `<aside class="related"><h2>Read more</h2><ul>${links.join('')}</ul></aside>`;
}
