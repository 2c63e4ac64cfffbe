import type { ArticleId, CleanArticle } from '../../domain/article/article.ts';
import type { Admission } from './archive.ts';

/** A document as a message carries it; `id` is Telegram's. */
export type SentFile = { readonly id: string; readonly name: string; readonly mimeType?: string };

/** What a message holds beside a few typed words. */
export type Sent = {
  /** Its text, or the caption of what it shows. */
  readonly words: string;
  /** Where its links lead, in their order, those behind words among them. */
  readonly links: readonly string[];
  readonly isForward: boolean;
  readonly file?: SentFile;
};

/** An article that was read, or a sentence that says why there is none. */
export type IntakeReading =
  | { readonly kind: 'article'; readonly article: CleanArticle }
  | { readonly kind: 'refused'; readonly sentence: string };

/** What became of something that an editor sent. `changes` is a line for editors. */
export type IntakeResult =
  | {
      readonly kind: 'taken';
      readonly admission: Admission['kind'];
      readonly id: ArticleId;
      readonly title: string;
      readonly changes?: string;
    }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Takes in what editors send, as feeds and the folder do with what comes by themselves. */
export type Intake = {
  readonly address: (url: string) => Promise<IntakeResult>;
  readonly text: (text: string) => Promise<IntakeResult>;
  readonly file: (file: SentFile, bytes: Uint8Array) => Promise<IntakeResult>;
  /** The bytes of a file that was sent; a sentence when they cannot be had. */
  readonly download: (file: SentFile) => Promise<Uint8Array | string>;
};
