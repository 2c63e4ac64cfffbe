import { describe, expect, it } from 'vitest';
import { CHANNEL, type Harbour, JOSS, MARA, TOKEN, useHarbour } from './world/harbour.ts';

const startHarbour = useHarbour();

const send = (harbour: Harbour, chat: number = MARA) =>
  harbour.call('sendMessage', { chat_id: chat, text: 'The ferry is late' });

/** How the last call came out, by the transcript. */
function lastOutcome(harbour: Harbour): { accepted: boolean; delivered: boolean; fault: string | undefined } {
  const [line] = harbour.transcript().slice(-1);
  if (line === undefined) throw new Error('Nothing was called');
  return { accepted: line.accepted, delivered: line.delivered, fault: line.fault };
}

describe('the fault plan', () => {
  it.each([
    ['429', { retry_after: 7 }, 429, 'Too Many Requests: retry after 7'],
    ['500', {}, 500, 'Internal Server Error'],
    ['502', { html: false }, 502, 'Bad Gateway'],
  ])('answers %s in place of the method, which is not run', async (fault, more, status, description) => {
    const harbour = await startHarbour({ weather: { faults: [{ fault, ...more, count: 1 }] } });
    const called = await send(harbour);
    expect([called.status, called.body.description]).toEqual([status, description]);
    expect(lastOutcome(harbour)).toEqual({ accepted: false, delivered: true, fault });
    expect(harbour.messages(MARA)).toEqual([]);
    expect((await send(harbour)).status).toBe(200);
  });

  it('says how long to wait in the header too', async () => {
    const harbour = await startHarbour({ weather: { faults: [{ fault: '429', retry_after: 12 }] } });
    const { headers, body } = await send(harbour);
    expect(headers.get('retry-after')).toBe('12');
    expect(body.parameters).toEqual({ retry_after: 12 });
  });

  it('answers 502 with a page, as a proxy does', async () => {
    const harbour = await startHarbour({ weather: { faults: [{ fault: '502', html: true }] } });
    const response = await fetch(`${harbour.address}/bot${TOKEN}/getMe`);
    expect(response.status).toBe(502);
    expect(await response.text()).toContain('<h1>502 Bad Gateway</h1>');
  });

  it.each([
    ['answer lost', true, 1],
    ['reset', false, 0],
    ['refused', false, 0],
  ])('cuts the line at "%s"; accepted is %s', async (fault, accepted, kept) => {
    const harbour = await startHarbour({ weather: { faults: [{ fault }] } });
    await expect(send(harbour)).rejects.toThrow('fetch failed');
    await expect.poll(() => harbour.transcript().length).toBe(1);
    expect(lastOutcome(harbour)).toEqual({ accepted, delivered: false, fault });
    expect(harbour.messages(MARA).length).toBe(kept);
  });

  it('never answers a call that hangs, and notes it when the caller has left', async () => {
    const harbour = await startHarbour({ weather: { faults: [{ fault: 'hung' }] } });
    const leave = new AbortController();
    const call = fetch(`${harbour.address}/bot${TOKEN}/getMe`, { signal: leave.signal });
    await expect.poll(() => harbour.weather().faults[0]?.hits).toBe(1);
    leave.abort();
    await expect(call).rejects.toThrow('aborted');
    await expect.poll(() => harbour.transcript().length).toBe(1);
    expect(lastOutcome(harbour)).toEqual({ accepted: false, delivered: false, fault: 'hung' });
  });

  it('lets a slow call wait by its own clock, then runs it', async () => {
    const harbour = await startHarbour({ weather: { faults: [{ fault: 'slow', delay_ms: 3_600_000 }] } });
    const call = send(harbour);
    await expect.poll(() => harbour.weather().faults[0]?.hits).toBe(1);
    expect(harbour.messages(MARA)).toEqual([]);
    harbour.advance(3_600_000);
    expect((await call).status).toBe(200);
    expect(harbour.messages(MARA).length).toBe(1);
  });

  it('hits the methods, chats and calls that it names, and no others', async () => {
    const fault = { fault: '500', methods: ['send*'], chats: [MARA], skip: 1, count: 1 };
    const harbour = await startHarbour({ weather: { faults: [fault] } });
    const statuses: number[] = [];
    for (const chat of [MARA, JOSS, MARA, MARA]) statuses.push((await send(harbour, chat)).status);
    statuses.push((await harbour.call('getChat', { chat_id: MARA })).status);
    expect(statuses).toEqual([200, 200, 500, 200, 200]);
  });

  it('hits the same calls again for the same seed', async () => {
    const plan = { seed: 42, faults: [{ fault: '500', share: 0.5 }] };
    const runs: string[] = [];
    for (const harbour of [await startHarbour({ weather: plan }), await startHarbour({ weather: plan })]) {
      const statuses: number[] = [];
      for (let call = 0; call < 20; call += 1) statuses.push((await harbour.call('getMe')).status);
      runs.push(statuses.join(' '));
    }
    expect(runs[0]).toBe(runs[1]);
    expect(new Set(runs[0]?.split(' '))).toEqual(new Set(['200', '500']));
  });

  it('says what is wrong with a plan, and keeps the one it has', async () => {
    const harbour = await startHarbour({ weather: { faults: [{ fault: '500' }] } });
    expect(() => harbour.weather({ faults: [{ fault: 'rain' }] })).toThrow(/rain|fault/);
    expect(harbour.weather().faults.map(({ fault }) => fault)).toEqual(['500']);
  });
});

describe('the flood model', () => {
  it('lets a token send 30 messages at once, and refuses the next until there is room', async () => {
    // So slow that no room comes while the test runs.
    const harbour = await startHarbour({ weather: { flood: { per_second: 0.05 } } });
    const { first_id: first } = harbour.act({ subscribers: 40 });
    const statuses: number[] = [];
    for (let reader = 0; reader < 30; reader += 1) {
      statuses.push((await send(harbour, Number(first) + reader)).status);
    }
    expect(new Set(statuses)).toEqual(new Set([200]));
    const { body } = await send(harbour, Number(first) + 35);
    const wait = body.parameters?.['retry_after'] ?? 0;
    expect(body).toMatchObject({ error_code: 429, description: `Too Many Requests: retry after ${wait}` });
    expect(wait).toBeLessThanOrEqual(20);
    harbour.advance(wait * 1000);
    expect((await send(harbour, Number(first) + 35)).status).toBe(200);
  });

  it('lets a chat have five at once, and refuses the next until there is room', async () => {
    const harbour = await startHarbour({ weather: { flood: { chat_per_second: 0.05 } } });
    const statuses: number[] = [];
    for (let message = 0; message < 6; message += 1) statuses.push((await send(harbour)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    harbour.advance(20_000);
    expect((await send(harbour)).status).toBe(200);
    expect((await send(harbour)).status).toBe(429);
  });

  it('counts the posts of a channel by the minute', async () => {
    const harbour = await startHarbour({ weather: { flood: { group_per_minute: 2 } } });
    const statuses: number[] = [];
    for (let post = 0; post < 3; post += 1) statuses.push((await send(harbour, CHANNEL)).status);
    expect(statuses).toEqual([200, 200, 429]);
    harbour.advance(30_000);
    expect((await send(harbour, CHANNEL)).status).toBe(200);
  });

  it('is the published limits unless told otherwise', async () => {
    const harbour = await startHarbour({ weather: { flood: true } });
    expect(harbour.weather().flood).toEqual({
      per_second: 30,
      burst: 30,
      chat_per_second: 1,
      chat_burst: 5,
      group_per_minute: 20,
      paid_per_second: 1000,
    });
  });

  it('counts paid messages apart, a thousand a second', async () => {
    const harbour = await startHarbour({ weather: { flood: { per_second: 0.01, burst: 1 } } });
    const { first_id: first } = harbour.act({ subscribers: 40 });
    const paid = async (reader: number): Promise<number> => {
      const parameters = { chat_id: Number(first) + reader, text: 'Paid', allow_paid_broadcast: true };
      return (await harbour.call('sendMessage', parameters)).status;
    };
    const statuses = await Promise.all(Array.from({ length: 30 }, (_, reader) => paid(reader)));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('counts an album by its pictures, and no call that sends nothing', async () => {
    const harbour = await startHarbour({ weather: { flood: { chat_per_second: 0.05 } } });
    const media = Array.from({ length: 5 }, () => ({ type: 'photo', media: 'known_photo_id' }));
    expect((await harbour.call('sendMediaGroup', { chat_id: MARA, media })).status).toBe(200);
    expect((await harbour.call('getChat', { chat_id: MARA })).status).toBe(200);
    expect((await send(harbour)).status).toBe(429);
  });
});
