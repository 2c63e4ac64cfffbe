import { describe, expect, it } from 'vitest';
import { type Harbour, JOSS, MARA, useHarbour, wordsOf } from './world/harbour.ts';
import { type Hook, startHook } from './world/hook.ts';

const startHarbour = useHarbour();

/** The texts that have come, in order. */
function textsOf({ delivered }: Hook): unknown[] {
  return delivered.map(({ update }) => (update['message'] as { text?: string } | undefined)?.text);
}

async function say(harbour: Harbour, user: number, ...texts: string[]): Promise<void> {
  for (const text of texts) harbour.act({ user, text });
}

const setWebhook = (harbour: Harbour, url: string, more: Record<string, unknown> = {}) =>
  harbour.call('setWebhook', { url, ...more });

describe('a webhook', () => {
  it('gets each update with the secret, and those of before it was set', async () => {
    const [harbour, hook] = [await startHarbour(), await startHook()];
    await say(harbour, MARA, 'before');
    await setWebhook(harbour, hook.url, { secret_token: 'a-secret_1' });
    await say(harbour, MARA, 'after');
    await expect.poll(() => textsOf(hook)).toEqual(['before', 'after']);
    expect(hook.delivered[0]?.headers['x-telegram-bot-api-secret-token']).toBe('a-secret_1');
    expect(hook.delivered[0]?.headers['content-type']).toBe('application/json');
  });

  it('waits for the 2xx of the one before within a chat, while other chats go on', async () => {
    const answers: (() => void)[] = [];
    const hook = await startHook((response, nth) =>
      nth === 0 ? answers.push(() => response.end()) : response.end(),
    );
    const harbour = await startHarbour();
    await setWebhook(harbour, hook.url);
    await say(harbour, MARA, 'one', 'two');
    await say(harbour, JOSS, 'from Joss');
    await expect.poll(() => textsOf(hook)).toEqual(['one', 'from Joss']);
    answers[0]?.();
    await expect.poll(() => textsOf(hook)).toEqual(['one', 'from Joss', 'two']);
  });

  it('has no more deliveries under way than max_connections', async () => {
    const hook = await startHook(() => undefined);
    const harbour = await startHarbour();
    await setWebhook(harbour, hook.url, { max_connections: 1 });
    await say(harbour, MARA, 'one');
    await say(harbour, JOSS, 'two');
    await expect.poll(() => textsOf(hook)).toEqual(['one']);
    expect((await harbour.result<{ max_connections: number }>('getWebhookInfo')).max_connections).toBe(1);
  });

  it('gets an update again until it says 2xx: at once, then after 2 and 4 seconds', async () => {
    const hook = await startHook((response, nth) => response.writeHead(nth < 3 ? 500 : 200).end());
    const harbour = await startHarbour();
    await setWebhook(harbour, hook.url);
    await say(harbour, MARA, 'stubborn');
    await expect.poll(() => hook.delivered.length).toBe(2);
    for (const [waitMs, deliveries] of [
      [2000, 3],
      [4000, 4],
    ] as const) {
      await expect
        .poll(async () => (await harbour.result<Info>('getWebhookInfo')).last_error_message)
        .toBe('Wrong response from the webhook: 500 Internal Server Error');
      harbour.advance(waitMs);
      await expect.poll(() => hook.delivered.length).toBe(deliveries);
    }
    const ids = hook.delivered.map(({ update }) => update['update_id']);
    expect(new Set(ids).size).toBe(1);
    await expect
      .poll(async () => (await harbour.result<Info>('getWebhookInfo')).pending_update_count)
      .toBe(0);
  });

  it('may say itself when to come again', async () => {
    const hook = await startHook((response, nth) =>
      nth === 0 ? response.writeHead(503, { 'Retry-After': '600' }).end() : response.end(),
    );
    const harbour = await startHarbour();
    await setWebhook(harbour, hook.url);
    await say(harbour, MARA, 'later');
    await expect
      .poll(async () => (await harbour.result<Info>('getWebhookInfo')).last_error_message)
      .toContain('503');
    harbour.advance(599_000);
    expect(hook.delivered.length).toBe(1);
    harbour.advance(1500);
    await expect.poll(() => hook.delivered.length).toBe(2);
  });

  it('is forgotten when it has said for 23 hours that it is gone', async () => {
    const hook = await startHook((response) => response.writeHead(410).end());
    const harbour = await startHarbour();
    await setWebhook(harbour, hook.url);
    await say(harbour, MARA, 'anybody there?');
    await expect.poll(() => hook.delivered.length).toBe(2);
    await expect
      .poll(async () => (await harbour.result<Info>('getWebhookInfo')).last_error_message)
      .toContain('410');
    harbour.advance(23 * 3_600_000);
    await expect.poll(async () => (await harbour.result<Info>('getWebhookInfo')).url).toBe('');
  });

  it('may call a method by its answer, which the transcript shows as never delivered', async () => {
    const reply = JSON.stringify({ method: 'sendMessage', chat_id: MARA, text: 'by the answer' });
    const hook = await startHook((response) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(reply),
    );
    const harbour = await startHarbour();
    await setWebhook(harbour, hook.url);
    await say(harbour, MARA, 'hello');
    await expect.poll(() => harbour.messages(MARA).map(wordsOf)).toEqual(['hello', 'by the answer']);
    await expect.poll(() => harbour.transcript().at(-1)?.method).toBe('sendMessage');
    expect(harbour.transcript().at(-1)).toMatchObject({ accepted: true, delivered: false });
  });

  it('keeps getUpdates away, and ends the one that waits', async () => {
    const [harbour, hook] = [await startHarbour(), await startHook()];
    const waiting = harbour.call('getUpdates', { timeout: 30 });
    await setWebhook(harbour, hook.url);
    expect((await waiting).body.description).toBe('Conflict: terminated by setWebhook request');
    expect((await harbour.call('getUpdates')).body).toMatchObject({
      error_code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
    await harbour.call('deleteWebhook');
    expect((await harbour.call('getUpdates', { offset: 1 })).status).toBe(200);
  });

  it.each([
    ['http://bot.example/hook', 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook'],
    [
      'https://bot.example:444/hook',
      'Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
    ['not an address', 'Bad Request: bad webhook: invalid webhook URL specified'],
  ])('is refused at %s', async (url, description) => {
    const harbour = await startHarbour();
    expect((await setWebhook(harbour, url)).body.description).toBe(description);
  });

  it('is never called on another machine', async () => {
    const harbour = await startHarbour();
    await setWebhook(harbour, 'https://bot.example/hook');
    await say(harbour, MARA, 'hello');
    await expect
      .poll(async () => (await harbour.result<Info>('getWebhookInfo')).last_error_message)
      .toBe('The sandbox sends updates to this machine only');
  });

  it('is sent only what it asked for', async () => {
    const [harbour, hook] = [await startHarbour(), await startHook()];
    await setWebhook(harbour, hook.url, { allowed_updates: ['my_chat_member'] });
    await say(harbour, MARA, 'unheard');
    harbour.act({ user: MARA, block: true });
    await expect.poll(() => hook.delivered.length).toBe(1);
    expect(Object.keys(hook.delivered[0]?.update ?? {})).toEqual(['update_id', 'my_chat_member']);
  });
});

type Info = {
  readonly url: string;
  readonly pending_update_count: number;
  readonly last_error_message?: string;
};
