import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/main/config.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dateline-config-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function problemsOf(env: Record<string, string>): readonly string[] {
  const reading = readConfig(env);
  return 'problems' in reading ? reading.problems : [];
}

const token = `123456789:${'A'.repeat(35)}`;

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      config: {
        channels: [],
        admins: [],
        feeds: [],
        messagesPerSecond: 28,
        logLevel: 'info',
        timezone: 'UTC',
      },
    });
  });

  it('reads what the environment says', () => {
    const reading = readConfig({
      BOT_TOKEN: token,
      CHANNEL_ID: '@vale_herald',
      ADMIN_IDS: '11, 22',
      FEEDS: 'https://a.example/rss\nhttps://b.example/atom, https://a.example/rss',
      POST_SCHEDULE: '0 8 * * *; 0 20 * * *',
      POSTS_PER_SLOT: '3',
      TIMEZONE: 'Europe/Madrid',
      QUIET_HOURS: '22:00-07:00',
      REDIS_URL: 'redis://localhost:6379/2',
    });
    expect(reading).toMatchObject({
      config: {
        token,
        admins: [11, 22],
        feeds: ['https://a.example/rss', 'https://b.example/atom'],
        channels: [
          {
            id: '@vale_herald',
            postsPerSlot: 3,
            timezone: 'Europe/Madrid',
            quietHours: { fromMinute: 1320 },
          },
        ],
      },
    });
  });

  it('tells all that is wrong at once, each with its name, its value and what is expected', () => {
    const problems = problemsOf({
      MESSAGES_PER_SECOND: 'fast',
      POST_SCHEDULE: 'every day',
      TIMEZONE: 'Mars/Olympus',
      QUIET_HOURS: 'night',
      FEEDS: 'ftp://a.example',
      ADMIN_IDS: '12,mara',
      CHANNEL_ID: 'my channel',
      PORT: '99999',
      ARTICLES_DIR: join(dir, 'nowhere'),
    });
    expect(problems).toHaveLength(9);
    expect(problems).toContain('MESSAGES_PER_SECOND is "fast": write a whole number from 1 up');
    for (const problem of problems) expect(problem).toMatch(/^[A-Z_]+ is ".+": .+/);
  });

  it.each([
    ['BOT_TOKEN', '12345:short-secret'],
    ['REDIS_URL', 'http://user:hunter2@redis.example'],
    ['WEBHOOK_SECRET', 'with spaces and hunter2'],
  ])('never shows the value of %s', (name, value) => {
    const [problem] = problemsOf({ [name]: value });
    expect(problem).toContain(name);
    expect(problem).not.toContain(value);
    expect(problem).not.toContain('hunter2');
  });

  it('asks for a secret when updates come by webhook', () => {
    expect(problemsOf({ WEBHOOK_URL: 'https://bot.example/telegram/x' })).toEqual([
      expect.stringContaining('WEBHOOK_SECRET is not set'),
    ]);
  });

  it('takes several channels from a file, and from the environment what the file leaves open', () => {
    const file = join(dir, 'dateline.yaml');
    writeFileSync(
      file,
      'feeds: [https://a.example/rss]\nchannels:\n  - id: "@one"\n    schedule: "0 9 * * *"\n  - id: -1001\n    postsPerSlot: 4\n',
    );
    const reading = readConfig({ DATELINE_CONFIG: file, TIMEZONE: 'Asia/Tokyo', POSTS_PER_SLOT: '2' });
    expect(reading).toMatchObject({
      config: {
        feeds: ['https://a.example/rss'],
        channels: [
          { id: '@one', schedule: '0 9 * * *', postsPerSlot: 2, timezone: 'Asia/Tokyo' },
          { id: '-1001', postsPerSlot: 4, timezone: 'Asia/Tokyo' },
        ],
      },
    });
  });

  it('gives a channel the words of its topics, and says which topic has none', () => {
    const file = join(dir, 'topics.yaml');
    const write = (names: string): void =>
      writeFileSync(
        file,
        `topics:\n  harbour: [harbour, ferry]\nchannels:\n  - id: "@one"\n    topics: [${names}]\n`,
      );
    write('harbour');
    expect(readConfig({ DATELINE_CONFIG: file })).toMatchObject({
      config: { channels: [{ route: { topics: [['harbour', 'ferry']] } }] },
    });
    write('harbour, sport');
    expect(problemsOf({ DATELINE_CONFIG: file })).toEqual([
      'topics of channel @one has "sport": write its words under topics at the top of the file',
    ]);
  });

  it('says where a file is wrong', () => {
    const file = join(dir, 'dateline.yaml');
    writeFileSync(file, 'channels:\n  - id: "@one"\n    schedul: "0 9 * * *"\n');
    expect(problemsOf({ DATELINE_CONFIG: file })).toEqual([expect.stringContaining('channels.0.schedul')]);
    expect(problemsOf({ DATELINE_CONFIG: join(dir, 'none.yaml') })).toEqual([
      expect.stringContaining('none.yaml cannot be read'),
    ]);
  });
});
