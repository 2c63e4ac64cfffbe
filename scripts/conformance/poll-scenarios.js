import { alike, firstBroken, pause, USER, within } from './expect.js';
import { call, control } from './target.js';

const OTHER =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

const type = (target, text) => control(target, 'act', { user: USER, text });

/** Queues five updates and tells their ids. */
async function queueFive(target) {
  for (const text of ['1', '2', '3', '4', '5']) await type(target, text);
  const { body } = await call(target, 'getUpdates');
  return body.result.map(({ update_id: id }) => id);
}

const idsOf = ({ body }) => body.result?.map(({ update_id: id }) => id);

export const pollScenarios = {
  'poll-two-pollers': async (target) => {
    const first = call(target, 'getUpdates', { timeout: 30 });
    await pause(100);
    const second = call(target, 'getUpdates', { timeout: 30 });
    const ended = await within(1000, first);
    const third = call(target, 'getUpdates', { timeout: 30 });
    const later = await within(1000, second);
    await control(target, 'clock', { advance_ms: 3000 });
    const last = await within(1000, second);
    await type(target, 'go');
    const got = await within(1000, third);
    return firstBroken(
      alike('the older call', [ended.status, ended.body?.description], [409, OTHER]),
      alike('a second conflict at once', later, 'waiting'),
      alike('a second conflict after 3 s', last.body?.description, OTHER),
      alike('the youngest call gets the update', got.body?.result?.length, 1),
    );
  },
  'poll-webhook-aborts-poll': async (target) => {
    const poll = call(target, 'getUpdates', { timeout: 30 });
    await pause(100);
    await call(target, 'setWebhook', { url: 'https://example.org/h' });
    const ended = await within(1000, poll);
    return firstBroken(
      alike('the call', ended.body?.description, 'Conflict: terminated by setWebhook request'),
      alike('its status', ended.status, 409),
    );
  },
  'poll-confirm': async (target) => {
    const ids = await queueFive(target);
    const rest = await call(target, 'getUpdates', { offset: ids[2] });
    const again = await call(target, 'getUpdates');
    return firstBroken(
      alike('from the third on', idsOf(rest), ids.slice(2)),
      alike('without an offset', idsOf(again), ids.slice(2)),
    );
  },
  'poll-negative-offset': async (target) => {
    const ids = await queueFive(target);
    const last = await call(target, 'getUpdates', { offset: -1 });
    await control(target, 'clock', { advance_ms: 1000 });
    const again = await call(target, 'getUpdates');
    return firstBroken(
      alike('the last one', idsOf(last), ids.slice(4)),
      alike('what is left', idsOf(again), ids.slice(4)),
    );
  },
  'poll-clamps': async (target) => {
    const ids = await queueFive(target);
    const one = await call(target, 'getUpdates');
    await control(target, 'clock', { advance_ms: 3000 });
    const low = await call(target, 'getUpdates', { offset: ids[0], limit: 0 });
    const high = await call(target, 'getUpdates', { offset: ids[1], limit: 1000 });
    await call(target, 'getUpdates', { offset: ids[4] + 1 });
    await control(target, 'clock', { advance_ms: 600 });
    const held = call(target, 'getUpdates', { offset: ids[4] + 1 });
    const early = await within(300, held);
    await control(target, 'clock', { advance_ms: 3000 });
    const late = await within(1000, held);
    return firstBroken(
      alike('again within 0.5 s', idsOf(one), ids.slice(0, 1)),
      alike('limit 0', idsOf(low), ids.slice(0, 1)),
      alike('limit 1000', idsOf(high), ids.slice(1)),
      alike('the same offset within 3 s', early, 'waiting'),
      alike('3 s later', idsOf(late), []),
    );
  },
  'poll-wakeup': async (target) => {
    const poll = call(target, 'getUpdates', { timeout: 30 });
    await pause(100);
    const begun = performance.now();
    await type(target, 'one');
    const got = await within(1000, poll);
    return firstBroken(alike('the waiting call', got.body?.result?.length, 1), [
      performance.now() - begun < 250,
      'the waiting call was not answered at once',
    ]);
  },
  'updates-kept-24h': async (target) => {
    await type(target, 'old');
    const sent = await call(target, 'sendMessage', {
      chat_id: USER,
      text: 'press',
      reply_markup: { inline_keyboard: [[{ text: 'b', callback_data: 'd' }]] },
    });
    const { message_id } = sent.body.result;
    await control(target, 'act', { user: USER, press: 'd', message_id, chat: USER });
    await control(target, 'act', { user: USER, inline_query: 'q' });
    const kinds = async () => {
      await control(target, 'clock', { advance_ms: 1000 });
      const { body } = await call(target, 'getUpdates');
      return body.result.map((update) => Object.keys(update)[1]);
    };
    const all = await kinds();
    await control(target, 'clock', { advance_ms: 30_000 });
    const later = await kinds();
    await control(target, 'clock', { advance_ms: 120_000 });
    const afterwards = await kinds();
    await control(target, 'clock', { advance_ms: 86_400_000 });
    const held = call(target, 'getUpdates');
    return firstBroken(
      alike('at first', all, ['message', 'callback_query', 'inline_query']),
      alike('after 30 s', later, ['message', 'callback_query']),
      alike('after 150 s', afterwards, ['message']),
      alike('after a day', idsOf(await held), []),
    );
  },
  'allowed-updates': async (target) => {
    const join = () => control(target, 'act', { user: USER, join: -1001000000001 });
    const leave = () => control(target, 'act', { user: USER, leave: -1001000000001 });
    const kinds = async (params) => {
      await control(target, 'clock', { advance_ms: 3000 });
      const { body } = await call(target, 'getUpdates', { timeout: 1, ...params });
      const last = body.result.at(-1);
      if (last !== undefined)
        await call(
          target,
          'getUpdates',
          { offset: last.update_id + 1, timeout: 0 },
          AbortSignal.timeout(50),
        ).catch(() => undefined);
      return body.result.map((update) => Object.keys(update)[1]);
    };
    await join();
    await type(target, 'a');
    const byDefault = await kinds({});
    await type(target, 'queued');
    const queued = await kinds({ allowed_updates: ['chat_member'] });
    await leave();
    await type(target, 'b');
    const remembered = await kinds({});
    await call(target, 'getUpdates', { allowed_updates: [], timeout: 0 }, AbortSignal.timeout(50)).catch(
      () => undefined,
    );
    await join();
    await type(target, 'c');
    const reset = await kinds({});
    return firstBroken(
      alike('the default lacks chat_member', byDefault, ['message']),
      alike('what is queued is not filtered', queued, ['message']),
      alike('the list is remembered', remembered, ['chat_member']),
      alike('an empty list is the default', reset, ['message']),
    );
  },
};
