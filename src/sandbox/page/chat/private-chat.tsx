import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { MessageLog } from '../log/message-log.tsx';
import { useDeeds, usePage } from '../state/page-context.ts';
import { botOf } from '../state/page-state.ts';
import { Speaker } from '../state/speaker.ts';
import { nameOfUser, type User } from '../wire/world.ts';
import { ChatFoot } from './chat-foot.tsx';
import { useDoing } from './doing-note.tsx';
import { PaneHeader } from './pane-header.tsx';

function emptyText(user: User): string {
  if (user.blocked === true) return `${user.first_name} has blocked the bot.`;
  if (user.started !== true) return 'Nothing here yet. A bot may write only to people who pressed Start.';
  return 'No messages yet.';
}

function BlockButton({ user }: { user: User }): JSX.Element {
  const deeds = useDeeds();
  const isBlocked = user.blocked === true;
  return (
    <button
      type="button"
      class="quiet-button"
      onClick={() => void deeds.do({ user: user.id, block: !isBlocked })}
    >
      {isBlocked ? 'Unblock' : 'Block'}
      <span class="hidden"> the bot as {nameOfUser(user)}</span>
    </button>
  );
}

type Props = { user: User; title?: string; note?: string };

/** The bot's chat with one person, seen by that person. */
export function PrivateChat({ user, title, note }: Props): JSX.Element {
  const bot = usePage(botOf);
  const deeds = useDeeds();
  const doing = useDoing(user.id);
  const hasUnread = usePage((state) => (state.unread[user.id] ?? 0) > 0);
  useEffect(() => {
    if (hasUnread) deeds.seen(user.id);
  }, [hasUnread, deeds, user.id]);
  const name = title ?? bot?.first_name ?? 'No bot yet';
  return (
    <Speaker.Provider value={user.id}>
      <PaneHeader id={bot?.id ?? 0} title={name} note={doing ?? note ?? `bot · you are ${nameOfUser(user)}`}>
        {user.started === true && user.deactivated !== true && <BlockButton user={user} />}
      </PaneHeader>
      <MessageLog
        key={user.id}
        chat={user.id}
        own={user.id}
        hasNames={false}
        label={`Chat of ${nameOfUser(user)} with ${bot?.first_name ?? 'the bot'}`}
        emptyText={emptyText(user)}
      />
      <footer class="pane-foot">
        <ChatFoot user={user} />
      </footer>
    </Speaker.Provider>
  );
}
