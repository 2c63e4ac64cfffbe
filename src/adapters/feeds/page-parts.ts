import type { ArticleImage, Origin } from '../../domain/article/article.ts';

/** What a page holds, before cleaning. `text` is empty when no article was found in it. */
export type PageParts = {
  readonly text: string;
  /** Those of its paragraphs that are links and nothing else. */
  readonly links?: ReadonlySet<string>;
  readonly title?: string;
  readonly url?: string;
  readonly byline?: string;
  readonly published?: string;
  readonly image?: ArticleImage;
  readonly language?: string;
  readonly site?: string;
  /** The address that the page says its story has; on another site it was published there first. */
  readonly source?: string;
  /** The first publisher, as a sentence round the story names it. */
  readonly notice?: Origin;
};
