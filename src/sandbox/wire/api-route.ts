import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, describe } from '../answer.ts';
import type { Core } from '../core.ts';
import { runMethod } from '../dispatch.ts';
import type { NamedMethod } from '../methods/table.ts';
import type { PlannedFault } from '../weather/faults.ts';
import type { Bot } from '../world/state.ts';
import { type ApiTarget, findBot, requireMethod } from './api-path.ts';
import { type Arguments, type BodyFailure, text } from './arguments.ts';
import { createBrakes, REFUSAL_DELAY_MS } from './brakes.ts';
import { createOutbox } from './outbox.ts';
import { type ReadArguments, readArguments } from './read-arguments.ts';
import { record } from './record.ts';
import { bodyOf, failAtOnce, type Outcome, sendAnswer } from './send-answer.ts';

const BODY_FAILURES: Record<BodyFailure, Answer> = {
  'too large': { ok: false, code: 413, description: 'Request Entity Too Large' },
  unreadable: { ok: false, code: 400, description: describe(400, "can't parse request body") },
  'no object': { ok: false, code: 400, description: 'Bad Request: JSON object expected' },
  'no name': { ok: false, code: 400, description: 'Bad Request: expected parameter name' },
  aborted: { ok: false, code: 400, description: describe(400, 'request was aborted') },
};

/** A call that has been understood as far as token and method. */
type Understood = {
  readonly bot: Bot;
  readonly method: NamedMethod;
  readonly args: Arguments;
};

export type ApiRoute = (
  request: IncomingMessage,
  response: ServerResponse,
  target: ApiTarget,
  query: string,
) => Promise<void> | undefined;

/** A call that came in, by `performance.now()` at `startedMs`. */
type Incoming = { readonly response: ServerResponse; readonly target: ApiTarget; readonly startedMs: number };

/**
 * Answers the Bot API: token, method, arguments, weather, then the method itself. A call that waits for nothing is answered
 * without a promise, which would cost as much as a method does.
 */
export function createApiRoute(core: Core): ApiRoute {
  const brakes = createBrakes(core);
  const outbox = createOutbox();

  const answerCall = (incoming: Incoming, call: Understood): Promise<void> | undefined => {
    const { response, target, startedMs } = incoming;
    const { bot, method, args } = call;
    const chat = text(args, 'chat_id');
    const leave = brakes.enter(bot, method.name, chat);
    const settle = (outcome: Outcome): void => {
      leave?.();
      record(core, { target, args, outcome, startedMs, method: method.name, bot: bot.id });
    };
    if (leave === undefined) return refuseLater(core, response).then(settle);
    const fault = core.weather.nextFault({ method: method.name, chat, bot: bot.id });
    if (fault !== undefined) return runInWeather(core, call, response, fault).then(settle);
    const post = (answer: Answer): void => outbox({ response, answer, body: bodyOf(answer), settle });
    const answer = run(core, call, response);
    if (answer instanceof Promise) return answer.then(post);
    post(answer);
    return undefined;
  };

  const take = (incoming: Incoming, args: ReadArguments): Promise<void> | undefined => {
    const call = understand(core, incoming.target, args);
    if (!('ok' in call)) return answerCall(incoming, call);
    const outcome = sendAnswer(incoming.response, call);
    if (!('failure' in args)) record(core, { ...incoming, args, outcome });
    return undefined;
  };

  return (request, response, target, query) => {
    const incoming = { response, target, startedMs: performance.now() };
    const args = readArguments(request, query);
    return args instanceof Promise ? args.then((read) => take(incoming, read)) : take(incoming, args);
  };
}

async function refuseLater({ clock }: Core, response: ServerResponse): Promise<Outcome> {
  await new Promise<void>((resolve) => clock.later(REFUSAL_DELAY_MS, resolve));
  return sendAnswer(response, TOO_MANY);
}

const TOO_MANY: Answer = {
  ok: false,
  code: 429,
  description: 'Too Many Requests: retry after 60',
  parameters: { retry_after: 60 },
};

function understand(core: Core, target: ApiTarget, args: ReadArguments): Understood | Answer {
  const bot = findBot(core.world, target.token);
  if ('ok' in bot) return bot;
  const method = requireMethod(target.methodName);
  if ('ok' in method) return method;
  if ('failure' in args) return BODY_FAILURES[args.failure];
  return { bot, method, args };
}

/** Runs the call unless the fault is against it, and sends the answer unless the fault takes it. */
async function runInWeather(
  core: Core,
  call: Understood,
  response: ServerResponse,
  fault: PlannedFault,
): Promise<Outcome> {
  const failed = await failAtOnce(core.clock, response, fault);
  if (failed !== undefined) return failed;
  const answer = await run(core, call, response);
  if (fault.fault === 'answer lost') {
    response.socket?.resetAndDestroy();
    return { answer, accepted: answer.ok, delivered: false, fault: fault.fault };
  }
  return { ...sendAnswer(response, answer), fault: fault.fault };
}

function run(
  core: Core,
  { bot, method, args }: Understood,
  response: ServerResponse,
): Answer | Promise<Answer> {
  return runMethod(method, {
    core,
    bot,
    args,
    onHangUp: (leave) => {
      response.once('close', leave);
      return () => response.off('close', leave);
    },
  });
}
