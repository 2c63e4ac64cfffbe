/** What a method answers, before it becomes JSON on the wire. */
export type Answer =
  | { readonly ok: true; readonly result: unknown; readonly description?: string }
  | {
      readonly ok: false;
      readonly code: number;
      readonly description: string;
      readonly parameters?: AnswerParameters;
    };

export type AnswerParameters = { readonly migrate_to_chat_id?: number; readonly retry_after?: number };

/**
 * A call that Telegram turns down. Thrown, since a call is checked in one straight line (arguments, chat, rights, server)
 * and the first check that fails answers; caught in one place, where the call was dispatched.
 */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: AnswerParameters | undefined;

  constructor(code: number, description: string, parameters?: AnswerParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

const PREFIXES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  409: 'Conflict',
  500: 'Internal Server Error',
};

/**
 * The server's wording rule: a prefix by code, then the message with its first letter lower-cased, unless the second
 * character is a capital or `_` (so that `BUTTON_DATA_INVALID` stays).
 */
export function describe(code: number, message: string): string {
  const prefix = PREFIXES[code] ?? PREFIXES[400];
  const second = message[1] ?? '';
  const keep = second === '_' || /\p{Lu}/u.test(second);
  return `${prefix}: ${keep ? message : message.charAt(0).toLowerCase() + message.slice(1)}`;
}

export function badRequest(message: string, parameters?: AnswerParameters): Refusal {
  return new Refusal(400, describe(400, message), parameters);
}

export function forbidden(message: string): Refusal {
  return new Refusal(403, describe(403, message));
}

export function conflict(message: string): Refusal {
  return new Refusal(409, describe(409, message));
}

/** 429 as Telegram words it; `seconds` is a whole number from 1 up. */
export function tooManyRequests(seconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
