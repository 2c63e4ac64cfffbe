/** One request of the bot as the sandbox wrote it down. */
export type TranscriptLine = {
  /** Unix milliseconds, or an ISO date. */
  time: number | string;
  method: string;
  parameters?: Record<string, unknown>;
  answer?: unknown;
  /** Whether Telegram did what was asked. */
  accepted: boolean;
  /** Whether the answer reached the bot. */
  delivered: boolean;
  /** How long the bot waited. */
  ms?: number;
  status?: number;
  /** What the weather made of it, such as `answer lost`. */
  fault?: string;
};

type Answer = {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number };
};

/** @returns nothing when the answer was not Telegram's JSON: an HTML page, or no answer at all. */
export function answerOf(line: TranscriptLine): Answer | undefined {
  const { answer } = line;
  const isAnswer = typeof answer === 'object' && answer !== null && 'ok' in answer;
  return isAnswer ? (answer as Answer) : undefined;
}

export function codeOf(line: TranscriptLine): number | undefined {
  const answer = answerOf(line);
  if (answer === undefined) return line.status === 0 ? undefined : line.status;
  return answer.ok ? 200 : answer.error_code;
}

/** The chat that the request was about, as the bot wrote it. */
export function chatOf(line: TranscriptLine): string | undefined {
  const chat = line.parameters?.['chat_id'];
  return typeof chat === 'string' || typeof chat === 'number' ? String(chat) : undefined;
}
