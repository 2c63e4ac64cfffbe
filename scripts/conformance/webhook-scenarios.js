import { createServer } from 'node:http';
import { alike, firstBroken, pause, USER, until } from './expect.js';
import { call, control } from './target.js';

/** A bot's own end of a webhook: keeps what came, and answers as it is told. */
async function listen(answer = (_, response) => response.end()) {
  const received = [];
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const update = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      received.push({ update, request, response });
      answer(update, response, received.length);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { received, close, url: `http://127.0.0.1:${server.address().port}/hook` };
}

async function withHook(target, answer, params, run) {
  const hook = await listen(answer);
  try {
    await call(target, 'setWebhook', { url: hook.url, ...params });
    return await run(hook);
  } finally {
    await call(target, 'deleteWebhook', { drop_pending_updates: true });
    await hook.close();
  }
}

const type = (target, user, text) => control(target, 'act', { user, text });
const textsOf = ({ received }) => received.map(({ update }) => update.message?.text);

export const webhookScenarios = {
  'webhook-order': (target) =>
    withHook(
      target,
      () => undefined,
      {},
      async (hook) => {
        const { user: other } = await control(target, 'act', {
          create_user: { first_name: 'Other', language_code: 'en' },
        });
        await type(target, USER, 'a1');
        await type(target, USER, 'a2');
        await type(target, other, 'b1');
        await until(() => hook.received.length >= 2);
        await pause(150);
        const first = textsOf(hook).sort();
        for (const { response } of hook.received) response.end();
        await until(() => hook.received.length >= 3);
        return firstBroken(
          alike('side by side, one of each chat', first, ['a1', 'b1']),
          alike('after the 2xx', textsOf(hook)[2], 'a2'),
        );
      },
    ),
  'webhook-retry': (target) => {
    const answer = (_, response, count) => response.writeHead(count <= 3 ? 500 : 200).end();
    return withHook(target, answer, {}, async (hook) => {
      await type(target, USER, 'again');
      const twice = await until(() => hook.received.length === 2);
      await pause(200);
      const held = hook.received.length;
      await control(target, 'clock', { advance_ms: 2000 });
      const third = await until(() => hook.received.length === 3);
      await control(target, 'clock', { advance_ms: 4000 });
      const fourth = await until(() => hook.received.length === 4);
      const done = await until(async () => {
        const { body } = await call(target, 'getWebhookInfo');
        return body.result.pending_update_count === 0;
      });
      return firstBroken(
        [twice, 'the first retry did not come at once'],
        alike('before 2 s are over', held, 2),
        [third, 'no retry after 2 s'],
        [fourth, 'no retry after 4 s more'],
        [done, 'the update is still waiting after its 2xx'],
      );
    });
  },
  'webhook-reply': (target) => {
    const answer = ({ message }, response) => {
      const reply = { method: 'sendMessage', chat_id: message.chat.id, text: 'by reply' };
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(reply));
    };
    return withHook(target, answer, {}, async () => {
      await type(target, USER, 'hello');
      const last = async () => {
        const response = await fetch(`${target.root}/sandbox/messages?chat=${USER}&limit=1`);
        return (await response.json()).messages.at(-1)?.text;
      };
      return firstBroken([await until(async () => (await last()) === 'by reply'), 'the method was not run']);
    });
  },
  'webhook-headers': (target) =>
    withHook(target, undefined, { secret_token: 'a-secret_1' }, async (hook) => {
      await type(target, USER, 'hello');
      await until(() => hook.received.length > 0);
      const { request } = hook.received[0];
      const { headers } = request;
      return firstBroken(
        alike('verb', request.method, 'POST'),
        alike('type', headers['content-type'], 'application/json'),
        alike('encodings', headers['accept-encoding'], 'gzip, deflate'),
        alike('secret', headers['x-telegram-bot-api-secret-token'], 'a-secret_1'),
      );
    }),
};
