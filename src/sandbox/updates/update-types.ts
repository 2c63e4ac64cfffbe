/** Every type an update can have; those that a bot has to ask for are not in the default. */
export const DEFAULT_TYPES: readonly string[] = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'inline_query',
  'chosen_inline_result',
  'callback_query',
  'shipping_query',
  'pre_checkout_query',
  'purchased_paid_media',
  'poll',
  'poll_answer',
  'my_chat_member',
  'chat_join_request',
  'chat_boost',
  'removed_chat_boost',
];

const ASKED_FOR: readonly string[] = ['chat_member', 'message_reaction', 'message_reaction_count'];

const KNOWN = new Set([...DEFAULT_TYPES, ...ASKED_FOR]);

const DAY_MS = 86_400_000;

/** How long an update waits to be fetched, in milliseconds; all others for a day. */
const LIFETIMES_MS: Record<string, number> = {
  callback_query: 150_000,
  shipping_query: 150_000,
  pre_checkout_query: 150_000,
  inline_query: 30_000,
  chosen_inline_result: 30_000,
};

export function lifetimeMs(type: string): number {
  return LIFETIMES_MS[type] ?? DAY_MS;
}

/** Reads `allowed_updates`; an empty list means the default, and unknown words are left out. */
export function readAllowedUpdates(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const types = value.filter(
    (type): type is string => typeof type === 'string' && KNOWN.has(type.toLowerCase()),
  );
  return types.length === 0 ? DEFAULT_TYPES : types.map((type) => type.toLowerCase());
}
