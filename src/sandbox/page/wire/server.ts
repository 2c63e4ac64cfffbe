import type { Message } from './message.ts';
import type { ReactionCount } from './reaction.ts';
import type { TranscriptLine } from './transcript.ts';
import type { WeatherChange, WeatherPlan } from './weather-plan.ts';
import type { World } from './world.ts';

/** What a person can do; the sandbox turns it into the updates that Telegram would send. */
export type Act =
  | { user: number; text: string; chat?: number }
  | { user: number; start: string }
  | { user: number; press: string; message_id: number; chat: number }
  | { user: number; block: boolean }
  | { user: number; join: number }
  | { user: number; forward: number; from: number }
  | { user: number; react: string; chat: number; message_id: number }
  | { user: number; channel_post: string; chat: number };

export type Outcome<Value> = { kind: 'done'; value: Value } | { kind: 'refused'; reason: string };

export type MessagePage = {
  messages: readonly Message[];
  more: boolean;
  /** By message id. */
  reactions: Readonly<Record<number, readonly ReactionCount[]>>;
};

async function ask(path: string, init?: RequestInit): Promise<Outcome<unknown>> {
  try {
    const response = await fetch(path, init);
    const value: unknown = await response.json();
    if (response.ok) return { kind: 'done', value };
    const hasReason = typeof value === 'object' && value !== null && 'error' in value;
    return {
      kind: 'refused',
      reason: hasReason ? String(value.error) : `The sandbox said ${response.status}.`,
    };
  } catch {
    return { kind: 'refused', reason: 'The sandbox does not answer. Is it still running?' };
  }
}

function post(path: string, body: unknown): Promise<Outcome<unknown>> {
  const headers = { 'content-type': 'application/json' };
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

export function fetchWorld(): Promise<Outcome<World>> {
  return ask('/sandbox/world') as Promise<Outcome<World>>;
}

type PageOfMessages = { chat: number; user?: number; before?: number; limit: number };

/** Oldest first. Without `before`, the newest. */
export function fetchMessages({ chat, user, before, limit }: PageOfMessages): Promise<Outcome<MessagePage>> {
  const query = new URLSearchParams({ chat: String(chat), limit: String(limit) });
  if (user !== undefined) query.set('user', String(user));
  if (before !== undefined) query.set('before', String(before));
  return ask(`/sandbox/messages?${query}`) as Promise<Outcome<MessagePage>>;
}

export function act(deed: Act): Promise<Outcome<unknown>> {
  return post('/sandbox/act', deed);
}

export function fetchWeather(): Promise<Outcome<WeatherPlan>> {
  return ask('/sandbox/weather') as Promise<Outcome<WeatherPlan>>;
}

/** @returns the plan then in force. */
export function setWeather(change: WeatherChange): Promise<Outcome<WeatherPlan>> {
  return post('/sandbox/weather', change) as Promise<Outcome<WeatherPlan>>;
}

/** The newest requests of the bot, oldest first. */
export function fetchRequests(limit: number): Promise<Outcome<{ requests: readonly TranscriptLine[] }>> {
  return ask(`/sandbox/requests?limit=${limit}`) as Promise<Outcome<{ requests: readonly TranscriptLine[] }>>;
}

export function fileAddress(fileId: string): string {
  return `/sandbox/file/${encodeURIComponent(fileId)}`;
}
