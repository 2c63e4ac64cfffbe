/** Formatting as data. Nothing is ever escaped, so nothing can be escaped wrongly. */
export type RichText = readonly RichPart[];

export type RichPart =
  | string
  | { readonly bold: RichText | string }
  | { readonly italic: RichText | string }
  | { readonly code: string }
  | { readonly link: RichText | string; readonly url: string }
  | { readonly quote: RichText | string; readonly folded?: boolean };

export type TextEntity = {
  readonly type:
    | 'bold'
    | 'italic'
    | 'underline'
    | 'strikethrough'
    | 'spoiler'
    | 'code'
    | 'text_link'
    | 'blockquote'
    | 'expandable_blockquote';
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
};

/** A text as Telegram takes it: entity offsets in UTF-16 code units. */
export type FormattedText = { readonly text: string; readonly entities: readonly TextEntity[] };

/** Limits of the Bot API after entity parsing; counted in UTF-16 units, which is safe under code points too. */
export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;
/** More than this many entities vanish silently. */
export const ENTITY_LIMIT = 100;

/** The only way from formatting as data to a message. */
export function toFormattedText(rich: RichText): FormattedText {
  const entities: TextEntity[] = [];
  const text = append(rich, '', entities);
  return { text, entities };
}

function append(rich: RichText | string, before: string, entities: TextEntity[]): string {
  if (typeof rich === 'string') return before + rich;
  let text = before;
  for (const part of rich) text = appendPart(part, text, entities);
  return text;
}

function appendPart(part: RichPart, before: string, entities: TextEntity[]): string {
  if (typeof part === 'string') return before + part;
  const index = entities.length;
  const { type, content, url } = entityOf(part);
  const text = append(content, before, entities);
  const length = text.length - before.length;
  if (length > 0) {
    entities.splice(index, 0, { type, offset: before.length, length, ...(url === undefined ? {} : { url }) });
  }
  return text;
}

function entityOf(part: Exclude<RichPart, string>): {
  type: TextEntity['type'];
  content: RichText | string;
  url?: string;
} {
  if ('bold' in part) return { type: 'bold', content: part.bold };
  if ('italic' in part) return { type: 'italic', content: part.italic };
  if ('code' in part) return { type: 'code', content: part.code };
  if ('link' in part) return { type: 'text_link', content: part.link, url: part.url };
  return { type: part.folded ? 'expandable_blockquote' : 'blockquote', content: part.quote };
}
