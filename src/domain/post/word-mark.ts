import { shortHash } from '../article/fingerprint.ts';

/** Telegram trims a text and takes some signs out of it; letters and digits stay as they were. */
const NEITHER = /[^\p{L}\p{N}]+/gu;

/** By what a text is known again once it stands in a chat. */
export function wordMark(text: string): string {
  return shortHash(text.replace(NEITHER, ''));
}
