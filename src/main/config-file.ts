import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';

const text: v.StringSchema<'write a text'> = v.string('write a text');

const whole = v.pipe(v.number('write a whole number from 1 up'), v.integer(), v.minValue(1));
const words = v.pipe(v.array(v.pipe(text, v.trim(), v.nonEmpty('write a word'))), v.minLength(1));

const ORDERS = ['oldest first', 'newest first', 'most important first'] as const;

const CHANNEL = v.strictObject({
  id: v.pipe(v.union([v.string(), v.number()], 'write @name or -100…'), v.transform(String)),
  schedule: v.optional(text),
  timezone: v.optional(text),
  quietHours: v.optional(text),
  language: v.optional(text),
  postsPerSlot: v.optional(whole),
  order: v.optional(v.picklist(ORDERS, 'write oldest first, newest first or most important first')),
  important: v.optional(words),
  minGap: v.optional(whole),
  maxAge: v.optional(whole),
  missed: v.optional(v.picklist(['none', 'last', 'all'], 'write none, last or all')),
  approval: v.optional(v.picklist(['required', 'none'], 'write required or none')),
  photo: v.optional(v.boolean('write true or false')),
  linkPreview: v.optional(v.picklist(['none', 'above', 'below'], 'write none, above or below')),
  sources: v.optional(words),
  languages: v.optional(words),
  topics: v.optional(words),
  words: v.optional(words),
  without: v.optional(words),
});

const FILE = v.strictObject({
  feeds: v.optional(v.array(v.pipe(text, v.url('write an address that begins with https:// or http://')))),
  topics: v.optional(v.record(text, words)),
  channels: v.optional(v.array(CHANNEL)),
});

/** What the YAML file says; the environment has the rest. */
export type FileSettings = {
  readonly feeds?: readonly string[] | undefined;
  /** The words of each topic, by its name. */
  readonly topics?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly channels?: readonly ChannelSettings[] | undefined;
};

/** One channel as the file has it: `minGap` in seconds, `maxAge` in hours. */
export type ChannelSettings = {
  readonly id: string;
  readonly schedule?: string | undefined;
  readonly timezone?: string | undefined;
  readonly quietHours?: string | undefined;
  readonly language?: string | undefined;
  readonly postsPerSlot?: number | undefined;
  readonly order?: (typeof ORDERS)[number] | undefined;
  readonly important?: readonly string[] | undefined;
  readonly minGap?: number | undefined;
  readonly maxAge?: number | undefined;
  readonly missed?: 'none' | 'last' | 'all' | undefined;
  readonly approval?: 'required' | 'none' | undefined;
  readonly photo?: boolean | undefined;
  readonly linkPreview?: 'none' | 'above' | 'below' | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly words?: readonly string[] | undefined;
  readonly without?: readonly string[] | undefined;
};

/** Reads `dateline.yaml`: every problem with the place where it is. */
export function readConfigFile(
  path: string,
): { readonly settings: FileSettings } | { readonly problems: readonly string[] } {
  let data: unknown;
  try {
    data = parse(readFileSync(path, 'utf8')) ?? {};
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { problems: [`${path} cannot be read: ${reason}`] };
  }
  const result = v.safeParse(FILE, data);
  if (result.success) return { settings: result.output };
  return {
    problems: result.issues.map(
      (issue) => `${path}, ${v.getDotPath(issue) ?? 'as a whole'}: ${issue.message}`,
    ),
  };
}
