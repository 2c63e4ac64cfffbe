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
 * The post of an article: headline, sentences, first publisher and date, photo line. No word is said twice where the
 * headline is only the opening of the text, and no agency in brackets stands before the first one. Sentences that do not fit
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
  const { text, title } = article;
  const [first, ...rest] = article.summary.slice(0, sentences);
  const lead = withoutAgency(first?.text ?? '');
  if (first !== undefined && lead.length <= HEADLINE_LIMIT && beginsWith(lead, withoutAgency(title))) {
    // A headline made of the opening would say it twice: the sentence stands in its place.
    return postOf({ ...article, title: lead }, others, inParagraphs(text, rest));
  }
  return postOf(article, others, withoutAgency(inParagraphs(text, article.summary.slice(0, sentences))));
}

/** `(Northern Wire)The port …`: who brought the story, in brackets before its first word. */
const AGENCY = /^\(\p{Lu}[\p{L}\p{N}.&’' ]{1,30}\)\s*(?:[—–-]{1,2}\s*)?(?=["“‘]?\p{Lu})/u;

function withoutAgency(text: string): string {
  return text.replace(AGENCY, '');
}

/** Whether a headline is a sentence of the text, or the beginning of it that ends in `…`; one of an editor's own stays. */
function beginsWith(sentence: string, headline: string): boolean {
  const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const opening = words(headline).replace(/(?:…|\.{3})$/u, '');
  const isCut = opening !== words(headline) && opening !== '';
  return isCut
    ? words(sentence).startsWith(opening.trim())
    : words(sentence).replace(/\.$/, '') === opening.replace(/\.$/, '');
}

function postOf({ title }: ArchivedArticle, labels: PostLabels, summary: string): RichText {
  const blocks: RichPart[][] = [[{ bold: shorten(withoutAgency(title), HEADLINE_LIMIT) }]];
  if (summary !== '') blocks.push([summary]);
  const footer = [labels.corrected, labels.origin, labels.date, labels.written].filter(
    (label) => label !== undefined,
  );
  if (footer.length > 0) blocks.push([footer.join(' · ')]);
  if (labels.photo !== undefined) blocks.push([{ italic: labels.photo }]);
  return blocks.flatMap((block, index) => (index === 0 ? block : ['\n\n', ...block]));
}
