import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';

const text: v.StringSchema<'write a text'> = v.string('write a text');

const CHANNEL = v.strictObject({
  id: v.pipe(v.union([v.string(), v.number()], 'write @name or -100…'), v.transform(String)),
  schedule: v.optional(text),
  timezone: v.optional(text),
  quietHours: v.optional(text),
  language: v.optional(text),
  postsPerSlot: v.optional(v.pipe(v.number('write a whole number from 1 up'), v.integer(), v.minValue(1))),
});

const FILE = v.strictObject({
  feeds: v.optional(v.array(v.pipe(text, v.url('write an address that begins with https:// or http://')))),
  channels: v.optional(v.array(CHANNEL)),
});

/** What the YAML file says; the environment has the rest. */
export type FileSettings = {
  readonly feeds?: readonly string[] | undefined;
  readonly channels?: readonly ChannelSettings[] | undefined;
};

export type ChannelSettings = {
  readonly id: string;
  readonly schedule?: string | undefined;
  readonly timezone?: string | undefined;
  readonly quietHours?: string | undefined;
  readonly language?: string | undefined;
  readonly postsPerSlot?: number | undefined;
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
