import type { Found } from './detect.ts';

const URL =
  /(?:https?|ftp):\/\/[^\s<>"«»]+|(?<![\p{L}\p{N}_@/#.])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|example|io)(?:\/[^\s<>"«»]*)?/giu;

export function findUrls(text: string): (Found & { readonly type: 'url' | 'email' })[] {
  return [...text.matchAll(URL)].map((match) => ({
    type: 'url',
    begin: match.index,
    end: match.index + match[0].replace(/[.:;,('?!`]+$/, '').length,
  }));
}
