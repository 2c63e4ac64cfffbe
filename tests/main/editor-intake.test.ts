import { describe, expect, it } from 'vitest';
import { serve, type TestServer } from '../adapters/feeds/http-server.ts';
import { CHANNEL, command, EDITOR, openBot, READER } from './desk.ts';
import { type LiveDesk, liveDesk } from './live-desk.ts';

const PARAGRAPHS = [
  'The harbour board of Port Vessin voted on Tuesday to move the fish market to the old rope works, where it will stay for three winters.',
  '“The roof of the market hall will not carry another snow,” said Ida Brandt, who chairs the board. “We had to choose, and we chose the fishermen.”',
  'The rope works have stood empty since 2009. The town will spend four hundred thousand crowns on their floor and their drains, and the stallholders pay no rent until May.',
];
const TEXT = ['Fish market moves to the rope works', ...PARAGRAPHS].join('\n\n');
const PAGE = `<html lang="en"><head><title>Fish market moves to the rope works</title></head><body><article>
  <h1>Fish market moves to the rope works</h1>${PARAGRAPHS.map((words) => `<p>${words}</p>`).join('')}</article></body></html>`;

function newspaper(): Promise<TestServer> {
  return serve(({ url }, response) => {
    if (url?.startsWith('/market') === true)
      response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
    else response.writeHead(404).end();
  });
}

async function deskBeside(
  site: TestServer,
): Promise<{ readonly desk: LiveDesk; readonly why: () => Promise<string> }> {
  const parts = await openBot({ FEEDS: `${site.url}/feed` });
  return {
    desk: liveDesk(parts),
    why: async () => (await command(parts, EDITOR, '/why fish market'))[0]?.text ?? '',
  };
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('an editor who sends', () => {
  it('a link is shown what its article will look like, and can move its post', async () => {
    const site = await newspaper();
    const { desk, why } = await deskBeside(site);
    const [line, preview] = await desk.sends({ text: `${site.url}/market` }, 2);
    expect(line?.words).toBe('“Fish market moves to the rope works” was taken in. This is how it will look:');
    expect(preview?.words).toMatch(/^Goes out: .*\n\nFish market moves to the rope works\n/);
    expect(preview?.buttons.map(({ text }) => text)).toContain('Drop');
    expect(await why()).toContain('taken in (editors)');
  });

  it('the same link twice is told that it is here, and it waits once', async () => {
    const site = await newspaper();
    const { desk } = await deskBeside(site);
    await desk.sends({ text: `${site.url}/market` }, 2);
    const [line] = await desk.sends({ text: `${site.url}/market?utm_source=mail` }, 2);
    expect(line?.words).toBe('“Fish market moves to the rope works” was here already. It is waiting:');
  });

  it('a link that leads nowhere is told why, and /why knows it', async () => {
    const site = await newspaper();
    const parts = await openBot({ FEEDS: `${site.url}/feed` });
    const [line] = await liveDesk(parts).sends({ text: `${site.url}/gone` });
    expect(line?.words).toBe(`Nothing was taken in: ${site.url}/gone is not there (status 404)`);
    expect((await command(parts, EDITOR, `/why ${site.url}/gone`))[0]?.text).toContain('failed (editors)');
  });

  it("a link into the operator's own network is refused", async () => {
    const site = await newspaper();
    const [line] = await liveDesk(await openBot()).sends({ text: `${site.url}/market` });
    expect(line?.words).toContain('is an address inside our own network');
    expect(site.requests).toEqual([]);
  });

  it('a text of some length has it taken for an article', async () => {
    const { desk, why } = await deskBeside(await newspaper());
    const [line, preview] = await desk.sends({ text: TEXT }, 2);
    expect(line?.words).toContain('“Fish market moves to the rope works” was taken in.');
    expect(preview?.words).toContain('moves to the rope works');
    expect(await why()).toContain('taken in (editors)');
  });

  it('a file has it read as one dropped into the folder', async () => {
    const { desk } = await deskBeside(await newspaper());
    const [line] = await desk.sends(
      { document: base64(TEXT), file_name: 'market.txt', caption: 'For noon' },
      2,
    );
    expect(line?.words).toContain('was taken in');
  });

  it('a file of another kind is told so', async () => {
    const { desk } = await deskBeside(await newspaper());
    const bytes = Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]).toString('base64');
    const [line] = await desk.sends({ document: bytes, file_name: 'scan.pdf' });
    expect(line?.words).toBe('Nothing was taken in: scan.pdf is not a text: it holds binary data');
  });

  it('a question is answered as a reader is', async () => {
    const { desk } = await deskBeside(await newspaper());
    const [line] = await desk.sends({ text: 'the ferry' });
    expect(line?.words).toMatch(/^The archive has nothing on “the ferry”/);
  });
});

describe('an editor who forwards', () => {
  const TEASER = 'The market moves. Everything on the vote, the rope works and what the fishermen say of it:';

  async function forwards(desk: LiveDesk, text: string, answers = 1): Promise<string | undefined> {
    const { message } = await desk.telegram.act({ channel_post: text, chat: CHANNEL });
    const { message_id: forward } = Object(message) as { message_id: number };
    return (await desk.sends({ forward, from: CHANNEL }, answers))[0]?.words;
  }

  it('a post has the article taken in to which it links', async () => {
    const site = await newspaper();
    const { desk } = await deskBeside(site);
    expect(
      await forwards(desk, `${TEASER} ${site.url}/market\nJoin us: https://t.me/vessin_gazette`, 2),
    ).toContain('“Fish market moves to the rope works” was taken in.');
  });

  it('a post that holds the whole story has its text taken in', async () => {
    const { desk } = await deskBeside(await newspaper());
    expect(await forwards(desk, TEXT, 2)).toContain('“Fish market moves to the rope works” was taken in.');
  });

  it('a post that tells nothing is told so', async () => {
    const { desk } = await deskBeside(await newspaper());
    expect(await forwards(desk, 'Good morning!')).toMatch(/^There is no article in that/);
  });
});

it('takes in nothing that a reader sends', async () => {
  const site = await newspaper();
  const parts = await openBot({ FEEDS: `${site.url}/feed` });
  const { telegram, sends } = liveDesk(parts);
  await telegram.act({ user: READER.user, text: TEXT });
  await telegram.act({ user: READER.user, document: base64(TEXT), file_name: 'market.txt' });
  await telegram.act({ user: READER.user, text: `${site.url}/market` });
  await sends({ text: '/status' });
  expect(await parts.archive.size()).toBe(0);
  expect(site.requests).toEqual([]);
});
