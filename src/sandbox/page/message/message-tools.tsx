import type { JSX } from 'preact';
import { Icon } from '../shell/icon.tsx';
import { useDeeds, usePage } from '../state/page-context.ts';
import { useSpeaker } from '../state/speaker.ts';
import type { Message } from '../wire/message.ts';

/** The emoji that somebody put under the message. */
export function Reactions({ message }: { message: Message }): JSX.Element | null {
  const emoji = usePage((state) => state.reactions[`${message.chat.id}:${message.message_id}`]);
  if (emoji === undefined || emoji === '') return null;
  return (
    <span class="reactions" role="img" aria-label={`Reactions: ${emoji}`}>
      {emoji}
    </span>
  );
}

/** What one can do with a message: forward it to the bot, react to it. Seen when pointed at or focused. */
export function MessageTools({ message }: { message: Message }): JSX.Element | null {
  const deeds = useDeeds();
  const speaker = useSpeaker();
  if (speaker === undefined) return null;
  const at = { chat: message.chat.id, message_id: message.message_id };
  const forward = async (): Promise<void> => {
    const isDone = await deeds.do({ user: speaker, forward: message.message_id, from: message.chat.id });
    if (isDone) deeds.note('Forwarded to the bot');
  };
  const react = (): Promise<boolean> => deeds.do({ user: speaker, react: '👍', ...at });
  return (
    <span class="tools">
      <button
        type="button"
        class="icon-button"
        aria-label="React with a thumb up"
        onClick={() => void react()}
      >
        <Icon name="thumb" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Forward to the bot"
        onClick={() => void forward()}
      >
        <Icon name="forward" />
      </button>
    </span>
  );
}
