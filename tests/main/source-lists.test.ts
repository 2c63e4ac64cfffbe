import { describe, expect, it } from 'vitest';
import type { Parts } from '../../src/main/parts.ts';
import { command, EDITOR, openBot, READER } from './desk.ts';
import { type LiveDesk, liveDesk } from './live-desk.ts';

const OPML = `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body><outline text="Harbours">
  <outline type="rss" text="Vessin Courier" xmlUrl="https://courier.example/rss" htmlUrl="https://courier.example/"/>
  <outline type="rss" text="Elsing Mail" xmlUrl="https://mail.example/feed"/></outline></body></opml>`;

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const sourcesOf = async (parts: Parts): Promise<readonly object[]> =>
  (await parts.sources.list()).toSorted((a, b) => (a.url < b.url ? -1 : 1));

/** The bytes of the document that the bot sent last, fetched as an app would. */
async function sentFile(
  parts: Parts,
  { telegram }: LiveDesk,
): Promise<{ readonly text: string; readonly caption: unknown }> {
  const response = await fetch(`${telegram.address}/sandbox/messages?chat=${EDITOR.chat}&limit=200`);
  const { messages } = Object(await response.json()) as {
    messages: readonly { readonly document?: { readonly file_id: string }; readonly caption?: string }[];
  };
  const last = messages.findLast(({ document }) => document !== undefined);
  const { file_path } = await parts.api.getFile(last?.document?.file_id ?? '');
  const file = await fetch(`${telegram.address}/file/bot${parts.config.token}/${file_path}`);
  return { text: await file.text(), caption: last?.caption };
}

describe('a list of sources', () => {
  it('that an editor sends as a file adds those that are not there, silent at first', async () => {
    const parts = await openBot();
    const desk = liveDesk(parts);
    const file = { document: base64(OPML), file_name: 'feeds.opml', mime_type: 'text/x-opml' };
    const [first] = await desk.sends(file);
    expect(first?.words).toBe(
      '2 sources were added and are being read; what they show first goes to the archive.',
    );
    const common = { kind: 'feed', startsSilent: true, paused: false };
    expect(await sourcesOf(parts)).toEqual([
      {
        ...common,
        id: 'https://courier.example/rss',
        url: 'https://courier.example/rss',
        title: 'Vessin Courier',
      },
      { ...common, id: 'https://mail.example/feed', url: 'https://mail.example/feed', title: 'Elsing Mail' },
    ]);
    const [again] = await desk.sends(file);
    expect(again?.words).toBe('No source was added. 2 were here already.');
  });

  it('is imported by a command that answers a file, too', async () => {
    const parts = await openBot();
    const desk = liveDesk(parts);
    await desk.sends({ document: base64(OPML), file_name: 'feeds.xml' });
    const { message_id: replied } = (await desk.telegram.messages(EDITOR.chat))[0] ?? {};
    const [again] = await desk.sends({ text: '/sources import', reply_to: replied });
    expect(again?.words).toBe('No source was added. 2 were here already.');
  });

  it('goes out as a file that brings the same sources to another bot', async () => {
    const [from, to] = [await openBot(), await openBot()];
    const url = 'https://wire.example/';
    await from.sources.put({
      id: url,
      url,
      kind: 'wordpress',
      title: 'A & B',
      startsSilent: true,
      paused: false,
    });
    const desk = liveDesk(from);
    await desk.sends({ document: base64(OPML), file_name: 'feeds.opml' });
    await desk.sends({ text: '/sources export' });
    const { text, caption } = await sentFile(from, desk);
    expect(caption).toBe('3 sources, as OPML');
    await liveDesk(to).sends({ document: base64(text), file_name: 'sources.opml' });
    expect(await sourcesOf(to)).toEqual(await sourcesOf(from));
  });

  it('is told from other files, and asked for where none is there', async () => {
    const parts = await openBot();
    const desk = liveDesk(parts);
    await desk.sends({ document: base64('No list.'), file_name: 'notes.txt' }, 2);
    const { message_id: replied } = (await desk.telegram.messages(EDITOR.chat))[0] ?? {};
    const [none] = await desk.sends({ text: '/sources import', reply_to: replied });
    expect(none?.words).toBe('notes.txt is not a list of sources (OPML).');
    expect((await desk.sends({ text: '/sources import' }))[0]?.words).toContain('as a file (OPML)');
    expect((await desk.sends({ text: '/sources export' }))[0]?.words).toBe('There is no source yet.');
  });

  it('is nothing for readers', async () => {
    const parts = await openBot();
    await parts.sources.put({
      id: 'x',
      url: 'https://x.example/',
      kind: 'feed',
      startsSilent: true,
      paused: false,
    });
    const [answer] = await command(parts, READER, '/sources export');
    expect(answer?.text).toContain("That is for the newsroom's editors.");
  });
});
