import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { CHANNEL, MARA, TOKEN, useHarbour } from './world/harbour.ts';

const startHarbour = useHarbour();

type Body = { readonly result?: { readonly text?: string }; readonly description?: string };

/** Calls with a header that a client library would not let one set. */
function statusWith(address: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${address}/bot${TOKEN}/getMe`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

const fields = { chat_id: `${MARA}`, text: 'Grüße aus dem Hafen 🚢' };

function formOf(): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('a call', () => {
  it.each<[string, string, RequestInit]>([
    ['in the address', `?${new URLSearchParams(fields)}`, {}],
    ['as a form', '', { method: 'POST', body: new URLSearchParams(fields) }],
    ['as a form with parts', '', { method: 'POST', body: formOf() }],
    [
      'as JSON',
      '',
      {
        method: 'POST',
        body: JSON.stringify({ ...fields, chat_id: MARA }),
        headers: { 'Content-Type': 'application/json' },
      },
    ],
  ])('may have its arguments %s', async (_, query, init) => {
    const { address } = await startHarbour();
    const response = await fetch(`${address}/bot${TOKEN}/SENDmessage${query}`, init);
    expect(((await response.json()) as Body).result?.text).toBe(fields.text);
  });

  it('may put some of its arguments in the address and some in the body, of which the body wins', async () => {
    const { address } = await startHarbour();
    const response = await fetch(`${address}/bot${TOKEN}/sendMessage?chat_id=${MARA}&text=query`, {
      method: 'POST',
      body: new URLSearchParams({ text: 'body' }),
    });
    expect(((await response.json()) as Body).result?.text).toBe('body');
  });

  it.each([
    ['/bot7000000011:WrongSecret/getMe', 401, 'Unauthorized'],
    ['/botnothing/getMe', 401, 'Unauthorized: invalid token specified'],
    [`/bot${TOKEN}/getTheMoon`, 404, 'Not Found: method not found'],
    [`/bot${TOKEN}/sendGift`, 501, 'Not Implemented: the sandbox does not simulate sendGift'],
    ['/somewhere/else', 404, 'Not Found'],
  ])('to %s answers %i', async (path, status, description) => {
    const { address } = await startHarbour();
    const response = await fetch(address + path);
    expect([response.status, ((await response.json()) as Body).description]).toEqual([status, description]);
  });

  it('that brings a file finds it again under getFile, byte by byte', async () => {
    const harbour = await startHarbour();
    const bytes = Buffer.from(Array.from({ length: 3000 }, (_, index) => index % 256));
    const form = new FormData();
    form.set('chat_id', `${CHANNEL}`);
    form.set('document', 'attach://report');
    form.set('report', new Blob([bytes], { type: 'application/pdf' }), 'Bericht über Fähren.pdf');
    const sent = await fetch(`${harbour.address}/bot${TOKEN}/sendDocument`, { method: 'POST', body: form });
    const { result } = (await sent.json()) as {
      result: { document: { file_id: string; file_name: string } };
    };
    expect(result.document.file_name).toBe('Bericht über Fähren.pdf');
    const { file_id } = result.document;
    const { file_path } = await harbour.result<{ file_path: string }>('getFile', { file_id });
    const download = await fetch(`${harbour.address}/file/bot${TOKEN}/${file_path}`);
    expect(Buffer.from(await download.arrayBuffer()).equals(bytes)).toBe(true);
  });
});

describe('the sandbox keeps to this machine', () => {
  it.each([
    ['a name of another machine', { host: 'sandbox.example' }],
    ['a page of another site', { origin: 'https://page.example' }],
  ])('and turns away %s', async (_, headers) => {
    const { address } = await startHarbour();
    expect(await statusWith(address, headers)).toBe(403);
    expect(await statusWith(address, { origin: address })).toBe(200);
  });

  it('and does not run in production unless it is told to', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      await expect(startSandbox({ port: 0 })).rejects.toThrow('does not run where NODE_ENV is production');
      const sandbox = await startSandbox({ port: 0, allowProduction: true });
      await sandbox.close();
    } finally {
      process.env['NODE_ENV'] = before;
    }
  });
});

describe('the transcript', () => {
  it('has every call with its parameters and answer, and does not lose a long one', async () => {
    const harbour = await startHarbour();
    await harbour.call('sendMessage', { chat_id: MARA, text: 'x'.repeat(4000), reply_markup: undefined });
    await harbour.call('sendMessage', { chat_id: MARA, text: 'ü'.repeat(500_000) });
    await harbour.call('sendMessage', { chat_id: MARA, text: 'lines\nand "marks"' });
    const lines = harbour.transcript();
    expect(lines.map(({ parameters }) => String(parameters['text']).length)).toEqual([4000, 500_000, 17]);
    expect(lines.map(({ status, accepted }) => [status, accepted])).toEqual([
      [200, true],
      [400, false],
      [200, true],
    ]);
    expect(lines[2]?.answer).toMatchObject({ ok: true, result: { text: 'lines\nand "marks"' } });
  });

  it('hides the token from those who only watch', async () => {
    const harbour = await startHarbour();
    const seen = harbour.once(({ type }) => type === 'request');
    await harbour.call('getMe');
    expect(JSON.stringify(await seen)).not.toContain('AAHarbour');
  });

  it('can be emptied', async () => {
    const harbour = await startHarbour();
    await harbour.call('getMe');
    harbour.clearTranscript();
    expect(harbour.transcript()).toEqual([]);
  });
});
