import { describe, expect, it, onTestFinished } from 'vitest';
import { type HttpParts, startHttpServer } from '../../../src/adapters/http/http-server.ts';
import { createMetrics } from '../../../src/adapters/http/metrics.ts';

const SECRET = 'a-secret-of-the-webhook';
const PATH = '/telegram/updates';

type Served = { readonly url: string; readonly kept: readonly unknown[]; readonly errors: readonly string[] };

async function serve(changes: Partial<HttpParts> = {}): Promise<Served> {
  const kept: unknown[] = [];
  const errors: string[] = [];
  const silence = (): void => undefined;
  const server = await startHttpServer({
    port: 0,
    webhook: { path: PATH, secret: SECRET },
    keep: async (update) => void kept.push(update),
    notReady: async () => [],
    registry: createMetrics({ subscribers: async () => 7, waiting: async () => 3 }).registry,
    log: { debug: silence, info: silence, warn: silence, error: (_, sentence) => void errors.push(sentence) },
    ...changes,
  });
  onTestFinished(server.close);
  return { url: `http://127.0.0.1:${server.port}`, kept, errors };
}

function update(url: string, body: string, secret: string = SECRET): Promise<Response> {
  const headers = { 'x-telegram-bot-api-secret-token': secret };
  return fetch(`${url}${PATH}`, { method: 'POST', headers, body });
}

describe('the HTTP server', () => {
  it('says that it is alive, whatever else is not', async () => {
    const { url } = await serve({ notReady: async () => ['Redis cannot be reached'] });
    const answer = await fetch(`${url}/healthz`);
    expect([answer.status, await answer.text()]).toEqual([200, 'alive\n']);
  });

  it('is ready only when all that it needs is there, and names what is not', async () => {
    const ready = await fetch(`${(await serve()).url}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([200, 'ready\n']);
    const missing = ['Redis cannot be reached', 'Telegram cannot be reached'];
    const { url } = await serve({ notReady: async () => missing });
    const answer = await fetch(`${url}/readyz`);
    expect([answer.status, await answer.text()]).toEqual([503, `${missing.join('\n')}\n`]);
  });

  it('gives its figures as Prometheus reads them', async () => {
    const answer = await fetch(`${(await serve()).url}/metrics`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await answer.text();
    expect(text).toMatch(/^dateline_subscribers 7$/m);
    expect(text).toMatch(/^dateline_\w*waiting\w* 3$/m);
  });

  it('gives its other figures while one cannot be had', async () => {
    const away = (): Promise<number> => Promise.reject(new Error('Redis is away'));
    const { registry } = createMetrics({ subscribers: away, waiting: async () => 3 });
    const text = await (await fetch(`${(await serve({ registry })).url}/metrics`)).text();
    expect(text).toMatch(/^dateline_subscribers Nan$/m);
    expect(text).toMatch(/^dateline_posts_waiting 3$/m);
  });

  it('answers 200 to an update only after it is kept', async () => {
    const { url, kept } = await serve();
    expect((await update(url, '{"update_id":5}')).status).toBe(200);
    expect(kept).toEqual([{ update_id: 5 }]);
  });

  it('answers 500 when an update cannot be kept, so that Telegram sends it again', async () => {
    const { url, errors } = await serve({ keep: () => Promise.reject(new Error('Redis is away')) });
    expect((await update(url, '{"update_id":5}')).status).toBe(500);
    expect(errors).toEqual(['A request could not be answered']);
  });

  it.each([
    ['another secret', 401, '{"update_id":5}', 'a-secret-of-another'],
    ['what is no JSON', 400, '{"update_id":', SECRET],
    ['more than a megabyte', 413, `{"update_id":5,"x":"${'y'.repeat(1_100_000)}"}`, SECRET],
  ])('keeps nothing of %s', async (_, status, body, secret) => {
    const { url, kept } = await serve();
    expect((await update(url, body, secret)).status).toBe(status);
    expect(kept).toEqual([]);
  });

  it.each([
    ['GET', PATH, 401],
    ['POST', '/telegram/guess', 404],
    ['GET', '/', 404],
  ])('has nothing for %s %s', async (method, path, status) => {
    const { url } = await serve();
    expect((await fetch(`${url}${path}`, { method })).status).toBe(status);
  });

  it('names the setting when its port is taken', async () => {
    const { url } = await serve();
    const port = Number(new URL(url).port);
    await expect(serve({ port })).rejects.toThrow(`The port ${port} cannot be used (EADDRINUSE): set PORT`);
  });
});
