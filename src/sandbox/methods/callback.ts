import { badRequest } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { ok } from '../call.ts';
import { flag, json, text } from '../wire/arguments.ts';
import type { Query } from '../world/state.ts';

const EXPIRED = 'Query is too old and response timeout expired or query ID is invalid';

/** Takes the query out: each is answered once. */
function takeQuery(call: Call, id: string, kind: Query['kind']): Query {
  const { queries } = call.core.world;
  const query = queries.get(id);
  const isOpen =
    query !== undefined &&
    query.botId === call.bot.id &&
    query.kind === kind &&
    query.expiresAtMs > call.core.clock.now();
  if (!isOpen) throw badRequest(EXPIRED);
  queries.delete(id);
  return query;
}

export const callbackMethods: Methods = {
  answerCallbackQuery: (call) => {
    const words = text(call.args, 'text');
    if ([...words].length > 200) throw badRequest('MESSAGE_TOO_LONG');
    const query = takeQuery(call, text(call.args, 'callback_query_id'), 'callback');
    const url = text(call.args, 'url');
    call.core.events.emit({
      type: 'callback_answer',
      user: query.userId,
      ...(words === '' ? {} : { text: words }),
      ...(flag(call.args, 'show_alert') ? { show_alert: true } : {}),
      ...(url === '' ? {} : { url }),
    });
    return ok(true);
  },
  answerInlineQuery: (call) => {
    const given = json(call.args, 'results');
    if (given === 'not json') throw badRequest("Can't parse JSON encoded inline query results");
    const results = given.value ?? [];
    if (!Array.isArray(results)) throw badRequest('Expected an Array of inline query results');
    if (results.length > 50) throw badRequest('Too many inline query results specified');
    const query = takeQuery(call, text(call.args, 'inline_query_id'), 'inline');
    call.core.events.emit({ type: 'inline_answer', user: query.userId, results });
    return ok(true);
  },
};
