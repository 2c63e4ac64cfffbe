import type { ChatId, OutgoingMessage, Sender, SendOutcome } from '../../../../src/app/ports/telegram.ts';

export type SentMessage = { readonly chat: ChatId; readonly message: OutgoingMessage };

/** Telegram as a channel sees it: what was accepted, with ids that run upwards. `answer` decides what the bot is told. */
export function telegramFake(
  answer: (sent: SentMessage, messageId: number) => Partial<SendOutcome> | undefined = () => undefined,
): { sender: Sender; channel: SentMessage[]; forwarded: number[] } {
  const channel: SentMessage[] = [];
  const forwarded: number[] = [];
  const send = async (chat: ChatId, message: OutgoingMessage): Promise<SendOutcome> => {
    const told = answer({ chat, message }, channel.length + 1);
    // Refusals are not accepted; silence may come after acceptance.
    const isAccepted = told === undefined || told.kind === 'no-answer';
    if (isAccepted) channel.push({ chat, message });
    return (told as SendOutcome | undefined) ?? { kind: 'sent', messageId: channel.length };
  };
  return {
    channel,
    forwarded,
    sender: {
      send,
      copy: async () => ({ kind: 'sent', messageId: 1 }),
      sendFile: async () => ({ kind: 'sent', messageId: 1 }),
      remove: async (_chat, messageId) => ({ kind: 'sent', messageId }),
      edit: async (_chat, messageId) => ({ kind: 'sent', messageId }),
      forward: async (_to, _from, messageId) => {
        if (messageId > channel.length) return { kind: 'rejected', reason: 'message to forward not found' };
        forwarded.push(messageId);
        const { text } = channel[messageId - 1]?.message ?? { text: '' };
        return { kind: 'sent', messageId: 900 + messageId, text };
      },
    },
  };
}
