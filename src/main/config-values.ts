import { statSync } from 'node:fs';
import { readRedisAddress } from '../adapters/redis/connect-address.ts';
import { parseQuietHours, type QuietHours } from '../domain/delivery/quiet-hours.ts';
import { parseSchedule, type Schedule } from '../domain/delivery/schedule.ts';
import { type Problem, parseTimezone, type Timezone } from '../domain/delivery/wall-time.ts';

/** Reads the text of one setting, or says what is expected. */
export type Reader<T> = (text: string) => T | Problem;

const SECRETS = new Set(['BOT_TOKEN', 'WEBHOOK_SECRET', 'REDIS_URL', 'SUMMARY_MODEL_KEY']);

/** Whether a setting's value must never be shown. */
export function isSecret(name: string): boolean {
  return SECRETS.has(name);
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'problem' in value;
}

export const UTC: Timezone = 'UTC' as Timezone;
export const EVERY_TEN_MINUTES: Schedule = '*/10 * * * *' as Schedule;

export const schedule: Reader<Schedule> = parseSchedule;
export const timezone: Reader<Timezone> = parseTimezone;
export const quietHours: Reader<QuietHours> = parseQuietHours;

export const token: Reader<string> = (text) =>
  /^[1-9]\d{0,14}:[\w-]{20,}$/.test(text)
    ? text
    : { problem: 'write the token that @BotFather gave you: a number, a colon, some 35 letters' };

export const chat: Reader<number | string> = (text) => {
  if (/^@\w{4,32}$/.test(text)) return text;
  return /^-?\d{1,16}$/.test(text)
    ? Number(text)
    : { problem: 'write @name of a public channel, or an id such as -1001234567890' };
};

export const userIds: Reader<readonly number[]> = (text) => {
  const ids = text.split(/[\s,]+/).filter((id) => id !== '');
  const wrong = ids.find((id) => !/^\d{1,16}$/.test(id));
  if (wrong === undefined) return ids.map(Number);
  return { problem: `"${wrong}" is not a Telegram user id: write numbers, commas between them` };
};

export const httpUrl: Reader<string> = (text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:';
  return isHttp ? text : { problem: 'write an address that begins with https:// or http://' };
};

export const feeds: Reader<readonly string[]> = (text) => {
  const addresses = text.split(/[\s,]+/).filter((address) => address !== '');
  const wrong = addresses.find((address) => isProblem(httpUrl(address)));
  if (wrong === undefined) return addresses;
  return {
    problem: `"${wrong}" is not the address of a feed: write addresses that begin with https:// or http://`,
  };
};

export const folder: Reader<string> = (text) => {
  const isFolder = statSync(text, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder
    ? text
    : { problem: 'there is no such folder: make it, or write the path of one that is there' };
};

export const redisUrl: Reader<string> = (text) => {
  const address = readRedisAddress(text);
  return address.kind === 'unreadable' ? { problem: address.problem } : text;
};

export const positive: Reader<number> = (text) =>
  /^[1-9]\d{0,4}$/.test(text) ? Number(text) : { problem: 'write a whole number from 1 up' };

/** Telegram takes up to 1,000 paid messages a second. */
export const paidRate: Reader<number> = (text) =>
  /^\d{2,4}$/.test(text) && Number(text) > 30 && Number(text) <= 1000
    ? Number(text)
    : { problem: 'write a whole number from 31 to 1000' };

export const backlog: Reader<'post' | 'archive'> = (text) =>
  text === 'post' || text === 'archive' ? text : { problem: 'write post or archive' };

export const port: Reader<number> = (text) =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535
    ? Number(text)
    : { problem: 'write a port from 0 to 65535' };

export const language: Reader<string> = (text) =>
  /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(text) ? text : { problem: 'write a language such as en or es' };

export const anything: Reader<string> = (text) => text;

export const webhookSecret: Reader<string> = (text) =>
  /^[\w-]{16,256}$/.test(text) ? text : { problem: 'write 16 to 256 characters of A-Z a-z 0-9 _ -' };

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

export const logLevel: Reader<string> = (text) =>
  LEVELS.includes(text) ? text : { problem: `write one of ${LEVELS.join(', ')}` };
