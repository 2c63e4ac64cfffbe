/** UTF-8 bytes before a position of a text: Telegram's parsers tell where they stumbled in these. */
export function bytesBefore(text: string, position: number): number {
  return Buffer.byteLength(text.slice(0, position), 'utf8');
}

/** Characters that Telegram's parsers take for white space; the end of the text counts as one. */
export function isSpace(char: string): boolean {
  return char === '' || ' \t\r\n\0\v'.includes(char);
}
