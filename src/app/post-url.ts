/** Where a post stands; a private channel's posts open for its members alone. Undefined where no message id is known. */
export function postUrl({
  channel,
  messageId,
}: {
  readonly channel: string;
  readonly messageId?: number;
}): string | undefined {
  if (messageId === undefined) return undefined;
  if (channel.startsWith('@')) return `https://t.me/${channel.slice(1)}/${messageId}`;
  const inner = /^-100(\d+)$/.exec(channel)?.[1];
  return inner === undefined ? undefined : `https://t.me/c/${inner}/${messageId}`;
}
