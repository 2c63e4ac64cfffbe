/** One who did not get a message, and why. */
export type Failure = {
  readonly chat: number;
  readonly state: 'unreachable' | 'failed' | 'unknown';
  readonly reason: string;
};

/** A table for spreadsheets (RFC 4180): chat, outcome, reason. */
export function failuresFile(failures: readonly Failure[]): string {
  const rows = failures.map(({ chat, state, reason }) => [String(chat), state, reason]);
  return [['chat', 'outcome', 'reason'], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
