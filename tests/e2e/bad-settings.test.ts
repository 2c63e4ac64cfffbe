import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, inject, it } from 'vitest';
import { dateline, type Ended, emptyFolder, stopEverything } from './world/dateline.ts';
import { TOKEN } from './world/telegram.ts';

afterAll(stopEverything);

const PASSWORD = 'lighthouse-and-a-half';
const GOOD = { BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:9', CHANNEL_ID: '@morrow_sound' };

const WRONG: readonly (readonly [name: string, value: string, sentence: RegExp])[] = [
  ['POST_SCHEDULE', 'every morning', / is "every morning": .+/],
  ['TIMEZONE', 'Mars/Olympus', / is "Mars\/Olympus": .+/],
  ['QUIET_HOURS', '22-7', / is "22-7": .+/],
  ['POSTS_PER_SLOT', 'many', / is "many": write a whole number from 1 up/],
  ['BOT_TOKEN', 'not-a-token-at-all', / is not right: write the token that @BotFather gave you/],
  ['REDIS_URL', `redis-over-there:${PASSWORD}@host`, / is not right: .+/],
  ['ARTICLES_DIR', 'nowhere', / is "nowhere": there is no such folder/],
  ['FEEDS', 'the news', / is "the news": "the" is not the address of a feed/],
  ['PORT', '70000', / is "70000": write a port from 0 to 65535/],
];

async function startWith(env: Readonly<Record<string, string>>): Promise<Ended> {
  return dateline(['start'], await emptyFolder(), { ...GOOD, ...env }).ended;
}

describe.concurrent('a bot with wrong settings', () => {
  it('tells all that is wrong at once, a line each, and ends with 1', async ({ expect }) => {
    const { code, stdout, stderr } = await startWith(
      Object.fromEntries(WRONG.map(([name, value]) => [name, value])),
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const [head, ...told] = stderr.trim().split('\n');
    expect(head).toBe('dateline: The configuration is wrong:');
    for (const [name, , sentence] of WRONG) {
      expect(told.filter((line) => line.startsWith(`- ${name} `))).toEqual([expect.stringMatching(sentence)]);
    }
    expect(told).toHaveLength(WRONG.length);
    expect(stderr).not.toContain(PASSWORD);
    expect(stderr).not.toContain('not-a-token');
  });

  it('says that a token is missing, where it is to run for real', async ({ expect }) => {
    const folder = await emptyFolder();
    const { code, stderr } = await dateline(['worker'], folder, { REDIS_URL: inject('redisUrl') }).ended;
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 2 });
    expect(stderr).toContain('BOT_TOKEN is not set');
  });

  it('says what is wrong with its file, and where', async ({ expect }) => {
    const folder = await emptyFolder();
    await mkdir(join(folder, 'more'));
    await writeFile(join(folder, 'dateline.yaml'), 'channels:\n  - id: "@sound"\n    postsPerSlot: none\n');
    const { code, stderr } = await dateline(['start'], folder, GOOD).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^- dateline\.yaml, channels\.0\.postsPerSlot: write a whole number from 1 up$/m);
  });

  it('says that Redis cannot be reached, without the password', async ({ expect }) => {
    const { code, stdout, stderr } = await startWith({ REDIS_URL: `redis://:${PASSWORD}@127.0.0.1:9` });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^dateline: Redis cannot be reached at REDIS_URL: .+\n$/);
    expect(stdout + stderr).not.toContain(PASSWORD);
  });
});

describe.concurrent('the command line', () => {
  it.for([
    [['fly'], /^dateline: unknown command 'fly'.*\n$/],
    [['sandbox', '--port', 'high'], /^dateline: .*write a port from 0 to 65535.*\n$/],
    [['analyze', '--yaml'], /^dateline: unknown option '--yaml'.*\n$/],
  ] as const)('ends with 2 and one line for %j', async ([args, line], { expect }) => {
    const { code, stdout, stderr } = await dateline(args, await emptyFolder()).ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(line);
  });

  it('runs no sandbox in production, and says why', async ({ expect }) => {
    const env = { NODE_ENV: 'production' };
    const { code, stderr } = await dateline(['sandbox', '--port', '0'], await emptyFolder(), env).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^dateline: The sandbox does not run where NODE_ENV is production.*\n$/);
  });

  it.for([[[]], [['sandbox']], [['analyze']]] as const)(
    'tells how %j is used',
    async ([args], { expect }) => {
      const { code, stdout } = await dateline([...args, '--help'], await emptyFolder()).ended;
      expect({ code, usage: /^Usage: dateline/.test(stdout) }).toEqual({ code: 0, usage: true });
    },
  );
});
