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
import { readArguments } from './read-arguments.ts';
import { record } from './record.ts';
import { bodyOf, failAtOnce, type Outcome, sendAnswer, writeAnswer } from './send-answer.ts';

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
) => Promise<void>;

/** Answers the Bot API: token, method, arguments, weather, then the method itself. */
export function createApiRoute(core: Core): ApiRoute {
  const brakes = createBrakes(core);
  const outbox = createOutbox();
  return async (request, response, target, query) => {
    const startedMs = performance.now();
    const args = await readArguments(request, query);
    const understood = understand(core, target, args);
    if ('ok' in understood) {
      const outcome = sendAnswer(response, understood);
      if (!('failure' in args)) record(core, { target, args, outcome, startedMs });
      return;
    }
    const { bot, method } = understood;
    const chat = text(understood.args, 'chat_id');
    const leave = brakes.enter(bot, method.name, chat);
    const settle = (outcome: Outcome): void => {
      leave?.();
      record(core, { target, args: understood.args, outcome, startedMs, method: method.name, bot: bot.id });
    };
    if (leave === undefined) {
      await new Promise<void>((resolve) => core.clock.later(REFUSAL_DELAY_MS, resolve));
      settle(sendAnswer(response, TOO_MANY));
      return;
    }
    const fault = core.weather.nextFault({ method: method.name, chat, bot: bot.id });
    if (fault !== undefined) {
      settle(await runInWeather(core, understood, response, fault));
      return;
    }
    const running = run(core, understood, response);
    const answer = running instanceof Promise ? await running : running;
    const body = bodyOf(answer);
    let delivered = false;
    outbox({
      write: () => {
        delivered = writeAnswer(response, answer, body);
      },
      afterwards: () => settle({ answer, body, accepted: answer.ok, delivered }),
    });
  };
}

const TOO_MANY: Answer = {
  ok: false,
  code: 429,
  description: 'Too Many Requests: retry after 60',
  parameters: { retry_after: 60 },
};

function understand(
  core: Core,
  target: ApiTarget,
  args: Arguments | { readonly failure: BodyFailure },
): Understood | Answer {
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
