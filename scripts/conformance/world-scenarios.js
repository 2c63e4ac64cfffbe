import { alike, CHANNEL, firstBroken, USER, until, within } from './expect.js';
import { call, control } from './target.js';

/** Sent above the limit: the first of them that is refused shows that all below it have arrived. */
const SPARE = 60;
/** Much longer than the case takes. */
const SLOW_MS = 3_600_000;
const LONG_WAIT = 'Too Many Requests: retry after 60';

async function pending(target) {
  await control(target, 'clock', { advance_ms: 3000 });
  const { body } = await call(target, 'getUpdates', { timeout: 1 });
  return body.result;
}

/** Callers who hung up leave their calls under way: they run out, so that the next case has room. */
async function letAllPass(target) {
  await control(target, 'weather', { faults: [] });
  await control(target, 'clock', { advance_ms: SLOW_MS });
}

/** Sends many at once that the weather keeps waiting; the last one is told. */
async function oneTooMany(target, count, chatOf) {
  await control(target, 'weather', { faults: [{ fault: 'slow', delay_ms: SLOW_MS }] });
  const leave = new AbortController();
  let refused = false;
  const send = (index) =>
    call(target, 'sendMessage', { chat_id: chatOf(index), text: `${index}` }, leave.signal)
      .then(() => {
        refused = true;
      })
      .catch(() => undefined);
  const waiting = Array.from({ length: count + SPARE }, (_, index) => send(index));
  await until(async () => {
    await control(target, 'clock', { advance_ms: 3000 });
    return refused;
  });
  const last = call(target, 'sendMessage', { chat_id: chatOf(count + SPARE), text: 'last' });
  const early = await within(500, last);
  await control(target, 'clock', { advance_ms: 3000 });
  const late = await within(3000, last);
  leave.abort();
  await Promise.all(waiting);
  await letAllPass(target);
  return firstBroken(
    alike('before 3 s are over', early, 'waiting'),
    alike(
      'the answer',
      [late.status, late.body?.description, late.body?.parameters],
      [429, LONG_WAIT, { retry_after: 60 }],
    ),
  );
}

export const worldScenarios = {
  'channel-post': async (target) => {
    await call(target, 'sendMessage', { chat_id: CHANNEL, text: 'by the bot' });
    await control(target, 'act', { channel_post: 'by an editor', chat: CHANNEL });
    const posts = (await pending(target)).map((update) => update.channel_post);
    const [post] = posts;
    return firstBroken(
      alike(
        'posts told to the bot',
        posts.map((one) => one?.text),
        ['by an editor'],
      ),
      alike('sender', post?.sender_chat?.id, CHANNEL),
      alike('type of the chat', post?.chat?.type, 'channel'),
      alike('from', post?.from, undefined),
    );
  },
  'block-unblock': async (target) => {
    await control(target, 'act', { user: USER, block: true });
    await control(target, 'act', { user: USER, block: false });
    const changes = (await pending(target)).map(({ my_chat_member: change }) => [
      change?.old_chat_member.status,
      change?.new_chat_member.status,
    ]);
    return firstBroken(
      alike('changes', changes, [
        ['member', 'kicked'],
        ['kicked', 'member'],
      ]),
    );
  },
  'flood-per-chat': (target) => oneTooMany(target, 310, () => USER),
  'many-active-requests': async (target) => {
    const { first_id: first } = await control(target, 'act', { subscribers: 1100 });
    return oneTooMany(target, 1000, (index) => first + index);
  },
};
