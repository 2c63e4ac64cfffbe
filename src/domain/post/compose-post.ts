import type { ArchivedArticle } from '../article/article.ts';
import { shorten } from './fit.ts';
import { inParagraphs } from './in-paragraphs.ts';
import { CAPTION_LIMIT, type RichPart, type RichText, TEXT_LIMIT, toFormattedText } from './rich-text.ts';

/** The words round an article's own, in the channel's language. */
export type PostLabels = {
  /** `First published by …`; nothing when the article is the newsroom's own. */
  readonly origin?: string;
  /** The day of publication. */
  readonly date?: string;
  /** Says that a model wrote the summary; only with one that was written. */
  readonly written?: string;
  /** `Photo: caption (credit)`; only with a photo. */
  readonly photo?: string;
  /** `Corrected`, once the article changed after it was posted. */
  readonly corrected?: string;
};

/** A headline longer than this is shortened, so that the summary always has room beside it. */
const HEADLINE_LIMIT = 300;

/**
 * The post of an article: headline, sentences, first publisher and date, photo line. Sentences that do not fit
 * the limit (1,024 under a photo, else 4,096) are left out whole, last first; nothing else is ever cut but an
 * overlong headline or photo line.
 */
export function composePost(article: ArchivedArticle, labels: PostLabels, hasPhoto: boolean): RichText {
  const limit = hasPhoto ? CAPTION_LIMIT : TEXT_LIMIT;
  if (article.written !== undefined) {
    const post = postOf(article, labels, article.written);
    if (toFormattedText(post).text.length <= limit) return post;
  }
  for (let sentences = article.summary.length; sentences > 0; sentences--) {
    const post = postWith(article, labels, sentences);
    if (toFormattedText(post).text.length <= limit) return post;
  }
  return postWith(article, { ...labels, ...shortPhoto(labels) }, 0);
}

function shortPhoto(labels: PostLabels): Pick<PostLabels, 'photo'> {
  return labels.photo === undefined ? {} : { photo: shorten(labels.photo, HEADLINE_LIMIT) };
}

function postWith(article: ArchivedArticle, labels: PostLabels, sentences: number): RichText {
  const { written: _, ...others } = labels;
  return postOf(article, others, inParagraphs(article.text, article.summary.slice(0, sentences)));
}

function postOf({ title }: ArchivedArticle, labels: PostLabels, summary: string): RichText {
  const blocks: RichPart[][] = [[{ bold: shorten(title, HEADLINE_LIMIT) }]];
  if (summary !== '') blocks.push([summary]);
  const footer = [labels.corrected, labels.origin, labels.date, labels.written].filter(
    (label) => label !== undefined,
  );
  if (footer.length > 0) blocks.push([footer.join(' · ')]);
  if (labels.photo !== undefined) blocks.push([{ italic: labels.photo }]);
  return blocks.flatMap((block, index) => (index === 0 ? block : ['\n\n', ...block]));
}
