import type { lookup } from 'node:dns';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFetcher, type Fetcher } from '../../../src/adapters/feeds/fetcher.ts';
import type { FetcherOptions } from '../../../src/adapters/feeds/follow.ts';
import { serve } from './http-server.ts';

const USER_AGENT = 'Dateline/1.0 (+https://paper.example/bot)';

function fetcherFor(allowHosts: readonly string[], options: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = createFetcher({ userAgent: USER_AGENT, allowHosts, ...options });
  onTestFinished(fetcher.close);
  return fetcher;
}

describe('fetching', () => {
  it('brings bytes, type and validators, and says who asks', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, {
        'content-type': 'text/xml',
        etag: '"7"',
        'last-modified': 'Wed, 14 Jun 2023 08:00:00 GMT',
      });
      response.end('<rss/>');
    });
    const reading = await fetcherFor([server.host]).fetch({ url: `${server.url}/feed`, kind: 'feed' });
    expect(reading).toMatchObject({ kind: 'fetched', contentType: 'text/xml', etag: '"7"' });
    expect(reading.kind === 'fetched' && Buffer.from(reading.bytes).toString()).toBe('<rss/>');
    expect(server.requests[0]?.headers['user-agent']).toBe(USER_AGENT);
  });

  it('asks only for what changed', async () => {
    const server = await serve((request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"7"' ? 304 : 200, {
        'cache-control': 'max-age=600',
      });
      response.end();
    });
    const reading = await fetcherFor([server.host]).fetch({ url: server.url, kind: 'feed', etag: '"7"' });
    expect(reading).toEqual({ kind: 'unchanged', againAfterMs: 600_000 });
  });

  it('heeds Retry-After', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(429, { 'retry-after': '120' });
      response.end();
    });
    expect(await fetcherFor([server.host]).fetch({ url: server.url, kind: 'feed' })).toEqual({
      kind: 'failed',
      reason: 'asks us to come less often (status 429)',
      isTemporary: true,
      againAfterMs: 120_000,
    });
  });

  it('asks one thing of a host at a time', async () => {
    let running = 0;
    let most = 0;
    const server = await serve((_request, response) => {
      running += 1;
      most = Math.max(most, running);
      setImmediate(() => {
        running -= 1;
        response.end('ok');
      });
    });
    const fetcher = fetcherFor([server.host]);
    await Promise.all([1, 2, 3, 4].map((n) => fetcher.fetch({ url: `${server.url}/${n}`, kind: 'feed' })));
    expect(server.requests).toHaveLength(4);
    expect(most).toBe(1);
  });

  it('obeys robots.txt for pages, and reads it once', async () => {
    const server = await serve((request, response) => {
      response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /secret' : 'page');
    });
    const fetcher = fetcherFor([server.host]);
    expect((await fetcher.fetch({ url: `${server.url}/open`, kind: 'page' })).kind).toBe('fetched');
    expect(await fetcher.fetch({ url: `${server.url}/secret/1`, kind: 'page' })).toMatchObject({
      kind: 'failed',
      reason: `is closed to us by the robots.txt of ${server.host}`,
    });
    expect(server.requests.map((request) => request.url)).toEqual(['/robots.txt', '/open']);
  });
});

describe('limits', () => {
  it('count bytes after decompression: a gzip bomb ends early', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(bomb);
    });
    const reading = await fetcherFor([server.host], { mostBytes: 1024 * 1024 }).fetch({
      url: server.url,
      kind: 'page',
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(reading).toEqual({ kind: 'failed', reason: 'is longer than 1 MiB', isTemporary: false });
  });

  it('end a drip of bytes', async () => {
    const server = await serve((_request, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const fetcher = fetcherFor([server.host], { timeouts: { request: 300 } });
    expect(await fetcher.fetch({ url: server.url, kind: 'feed' })).toEqual({
      kind: 'failed',
      reason: 'did not answer in time',
      isTemporary: true,
    });
  });

  it('hold for all redirects together', async () => {
    const server = await serve((_request, response) => {
      setTimeout(() => response.writeHead(302, { location: '/again' }).end(), 120);
    });
    const fetcher = fetcherFor([server.host], { timeouts: { request: 300 } });
    expect(await fetcher.fetch({ url: server.url, kind: 'feed' })).toMatchObject({
      reason: 'did not answer in time',
    });
    expect(server.requests.length).toBeLessThan(6);
  });

  it('end a circle of redirects', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(302, { location: '/again' });
      response.end();
    });
    const reading = await fetcherFor([server.host]).fetch({ url: server.url, kind: 'feed' });
    expect(reading).toMatchObject({ kind: 'failed', reason: 'redirects more than 6 times' });
  });
});

/** Every writing of this very machine, and some of its neighbours. */
const INSIDE = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0x7f.1',
  '127.0.0.1.',
  '0x7f.0x0.0x0.0x1',
  '017700000001',
  '127.0.1',
  '%31%32%37.0.0.1',
  '１２７.0.0.1',
  '127。0。0。1',
  'localhost',
  'LOCALHOST',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '0.0.0.0',
  '[::]',
  '0',
  '127.255.255.254',
  '10.0.0.1',
  '192.168.0.1',
  '172.16.0.1',
  '169.254.169.254',
  '[fd00::1]',
  '[fe80::1]',
  '100.64.0.1',
];

describe('addresses inside the network', () => {
  it.each(INSIDE)('are refused: %s', async (host) => {
    const server = await serve((_request, response) => response.end('secret'));
    const port = server.host.split(':')[1];
    const fetcher = fetcherFor([], { timeouts: { request: 3_000 } });
    const reading = await fetcher.fetch({ url: `http://${host}:${port}/`, kind: 'feed' });
    expect(reading).toEqual({
      kind: 'failed',
      reason: 'is an address inside our own network',
      isTemporary: false,
    });
    expect(server.requests).toEqual([]);
  });

  it('are refused when a named host redirects into them', async () => {
    const inner = await serve((_request, response) => response.end('secret'));
    const outer = await serve((_request, response) => {
      response.writeHead(302, { location: `${inner.url}/admin` });
      response.end();
    });
    const reading = await fetcherFor([outer.host]).fetch({ url: outer.url, kind: 'feed' });
    expect(reading).toMatchObject({ kind: 'failed', reason: 'is an address inside our own network' });
    expect(inner.requests).toEqual([]);
  });

  type Answer = readonly { readonly address: string; readonly family: number }[];

  /** Names that lead where the test says; each answer once, the last for ever. */
  function lookupOf(...answers: readonly Answer[]): {
    readonly lookup: typeof lookup;
    readonly asked: () => number;
  } {
    let asked = 0;
    const answer = (
      _name: string,
      options: { all?: boolean },
      done: (...result: unknown[]) => void,
    ): void => {
      const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
      asked += 1;
      if (options.all === true) done(null, addresses);
      else done(null, addresses[0]?.address, addresses[0]?.family);
    };
    return { lookup: answer as typeof lookup, asked: () => asked };
  }

  const INNER = { address: '127.0.0.1', family: 4 };
  /** One that is the world's, at a port where nobody answers. */
  const OUTER = { address: '8.8.8.8', family: 4 };
  const REFUSED = { kind: 'failed', reason: 'is an address inside our own network', isTemporary: false };

  it.each([
    ['is one of them', [INNER]],
    ['is one of them among others', [OUTER, INNER]],
    ['is one of them in the new writing', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    ['is the whole machine', [{ address: '0.0.0.0', family: 4 }]],
  ])('are refused when what a name leads to %s', async (_name, addresses) => {
    const server = await serve((_request, response) => response.end('secret'));
    const { lookup } = lookupOf(addresses);
    const url = `http://paper.example:${server.host.split(':')[1]}/`;
    expect(await fetcherFor([], { lookup }).fetch({ url, kind: 'feed' })).toEqual(REFUSED);
    expect(server.requests).toEqual([]);
  });

  it('are refused when a name turns into one between two looks, and no connection is made on an older look', async () => {
    const server = await serve((_request, response) => response.end('secret'));
    const { lookup, asked } = lookupOf([OUTER], [INNER], [OUTER], [INNER]);
    const fetcher = fetcherFor([], { lookup, timeouts: { request: 250 } });
    const url = `http://paper.example:${server.host.split(':')[1]}/`;
    const readings = [];
    for (let n = 0; n < 4; n += 1) readings.push(await fetcher.fetch({ url, kind: 'feed' }));
    expect([readings[1], readings[3]]).toEqual([REFUSED, REFUSED]);
    expect(readings[0]?.kind).toBe('failed');
    expect(asked()).toBe(4);
    expect(server.requests).toEqual([]);
  });

  it('are refused when a redirect leads to a name that is one', async () => {
    const inner = await serve((_request, response) => response.end('secret'));
    const outer = await serve((_request, response) => {
      response.writeHead(302, { location: `http://metadata.example:${inner.host.split(':')[1]}/` }).end();
    });
    const { lookup } = lookupOf([INNER]);
    expect(await fetcherFor([outer.host], { lookup }).fetch({ url: outer.url, kind: 'feed' })).toEqual(
      REFUSED,
    );
    expect(inner.requests).toEqual([]);
  });

  it('stay open where the operator named them', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    expect((await fetcherFor([server.host]).fetch({ url: server.url, kind: 'feed' })).kind).toBe('fetched');
  });

  it.each([
    'file:///etc/passwd',
    'ftp://127.0.0.1/x',
    'gopher://127.0.0.1/',
    'data:text/plain,x',
    'no address',
  ])('are no way in by another scheme: %s', async (url) => {
    expect(await fetcherFor([]).fetch({ url, kind: 'feed' })).toMatchObject({
      kind: 'failed',
      isTemporary: false,
    });
  });
});

it('says in words why a host cannot be reached', async () => {
  const server = await serve((request) => request.socket.destroy());
  const reading = await fetcherFor([server.host]).fetch({ url: server.url, kind: 'feed' });
  expect(reading).toEqual({ kind: 'failed', reason: 'broke off the connection', isTemporary: true });
});
