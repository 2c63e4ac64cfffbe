import type { ServerResponse } from 'node:http';
import type { Answer } from '../answer.ts';
import type { Clock } from '../clock.ts';
import type { FaultKind, PlannedFault } from '../weather/faults.ts';

/** What became of a call, for the transcript. */
export type Outcome = {
  /** Undefined where none was sent. */
  readonly answer: Answer | undefined;
  /** The body as it went out. */
  readonly body?: string;
  readonly accepted: boolean;
  readonly delivered: boolean;
  readonly fault?: FaultKind;
};

/** The body of an answer, as Telegram writes it. */
export function bodyOf(answer: Answer): string {
  if (answer.ok) {
    const { result, description } = answer;
    return description === undefined
      ? `{"ok":true,"result":${JSON.stringify(result)}}`
      : JSON.stringify({ ok: true, result, description });
  }
  const { code, description, parameters } = answer;
  return JSON.stringify({
    ok: false,
    error_code: code,
    description,
    ...(parameters === undefined ? {} : { parameters }),
  });
}

export function sendAnswer(response: ServerResponse, answer: Answer): Outcome {
  const body = bodyOf(answer);
  const delivered = writeAnswer(response, answer, body);
  return { answer, body, accepted: answer.ok, delivered };
}

/** Writes an answer whose body is known; false where nobody waits for it any more. */
export function writeAnswer(response: ServerResponse, answer: Answer, body: string): boolean {
  if (response.destroyed) return false;
  const head = ['Content-Type', 'application/json', 'Content-Length', String(Buffer.byteLength(body))];
  const wait = answer.ok ? undefined : answer.parameters?.retry_after;
  if (wait !== undefined) head.push('Retry-After', String(wait));
  response.writeHead(answer.ok ? 200 : answer.code, head);
  response.end(body);
  return true;
}

const ERRORS: Partial<Record<FaultKind, (fault: PlannedFault) => Answer>> = {
  '429': ({ retry_after = 1 }) => ({
    ok: false,
    code: 429,
    description: `Too Many Requests: retry after ${retry_after}`,
    parameters: { retry_after },
  }),
  '500': () => ({ ok: false, code: 500, description: 'Internal Server Error' }),
  '502': () => ({ ok: false, code: 502, description: 'Bad Gateway' }),
};

const BAD_GATEWAY_PAGE =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n';

/** Acts out a fault that keeps the call from being run; undefined where the call runs after all. */
export async function failAtOnce(
  clock: Clock,
  response: ServerResponse,
  fault: PlannedFault,
): Promise<Outcome | undefined> {
  const kind = fault.fault;
  const unsent: Outcome = { answer: undefined, accepted: false, delivered: false, fault: kind };
  switch (kind) {
    case '429':
    case '500':
    case '502': {
      const answer = ERRORS[kind]?.(fault);
      if (answer === undefined) return undefined;
      if (kind !== '502' || fault.html !== true) {
        return { ...sendAnswer(response, answer), accepted: false, fault: kind };
      }
      response.writeHead(502, { 'Content-Type': 'text/html' }).end(BAD_GATEWAY_PAGE);
      return {
        answer,
        body: JSON.stringify(BAD_GATEWAY_PAGE),
        accepted: false,
        delivered: true,
        fault: kind,
      };
    }
    case 'refused':
      response.socket?.destroy();
      return unsent;
    case 'reset':
      response.socket?.resetAndDestroy();
      return unsent;
    case 'hung':
      await new Promise<void>((resolve) => response.once('close', resolve));
      return unsent;
    case 'slow':
      await new Promise<void>((resolve) => clock.later(fault.delay_ms ?? 1000, resolve));
      return undefined;
    case 'answer lost':
      return undefined;
  }
}
