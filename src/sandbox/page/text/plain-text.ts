import type { RichText } from '../wire/rich-block.ts';

/** The letters alone, for a button's label. */
export function plainText(text: RichText | undefined): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  if ('type' in text) return text.alternative_text ?? plainText(text.text);
  return text.map(plainText).join('');
}
