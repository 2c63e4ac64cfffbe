import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { useDeeds, usePage } from '../state/page-context.ts';
import { botOf } from '../state/page-state.ts';
import { commandsFor, nameOfUser, type User } from '../wire/world.ts';
import { Composer } from './composer.tsx';
import { keyboardOf } from './reply-keyboard.tsx';

/** What stands below a private chat: the field to type in, or the one button that there is instead. */
export function ChatFoot({ user }: { user: User }): JSX.Element {
  const deeds = useDeeds();
  const bot = usePage(botOf);
  const messages = usePage((state) => state.logs[user.id]?.messages);
  const keyboard = useMemo(() => keyboardOf(messages ?? []), [messages]);
  const name = nameOfUser(user);
  if (user.deactivated === true) return <p class="foot-note">{name} has deleted the account.</p>;
  if (user.blocked === true) {
    return (
      <button type="button" class="big-button" onClick={() => void deeds.do({ user: user.id, block: false })}>
        Unblock
      </button>
    );
  }
  if (user.started !== true) {
    return (
      <button type="button" class="big-button" onClick={() => void deeds.do({ user: user.id, start: '' })}>
        Start
      </button>
    );
  }
  return (
    <Composer
      key={user.id}
      label={`Message as ${name}`}
      placeholder={`Message as ${user.first_name}`}
      commands={commandsFor(bot, user.language_code)}
      keyboard={keyboard}
      onSend={(text) => deeds.say(user.id, text)}
    />
  );
}
