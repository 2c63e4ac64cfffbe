import type { JSX } from 'preact';
import { MessageLog } from '../log/message-log.tsx';
import { summaryLine } from '../message/summary-line.ts';
import { Icon } from '../shell/icon.tsx';
import { useDeeds, usePage } from '../state/page-context.ts';
import { publicChats, userOf } from '../state/page-state.ts';
import { Speaker } from '../state/speaker.ts';
import { type Chat, isEditor, nameOfChat, type User } from '../wire/world.ts';
import { Composer } from './composer.tsx';
import { PaneHeader } from './pane-header.tsx';

function membersNote({ type, members }: Chat): string {
  const kind = type === 'channel' ? 'subscriber' : 'member';
  const count = typeof members === 'number' ? members : members?.length;
  if (count === undefined) return type;
  return `${count.toLocaleString('en-GB')} ${kind}${count === 1 ? '' : 's'}`;
}

function ChatChoice({ chat }: { chat: Chat }): JSX.Element | null {
  const deeds = useDeeds();
  const world = usePage((state) => state.world);
  const chats = publicChats(world);
  if (chats.length < 2) return null;
  return (
    <label class="choice">
      <span class="hidden">Channel or group to look at</span>
      <select value={chat.id} onChange={(event) => deeds.showChannel(Number(event.currentTarget.value))}>
        {chats.map((one) => (
          <option key={one.id} value={one.id}>
            {nameOfChat(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Pinned({ chat }: { chat: Chat }): JSX.Element | null {
  const id = chat.pinned_message_id;
  const messages = usePage((state) => state.logs[chat.id]?.messages);
  const message = id === undefined ? undefined : messages?.find(({ message_id }) => message_id === id);
  if (message === undefined) return null;
  return (
    <p class="pinned">
      <strong>Pinned</strong> {summaryLine(message)}
    </p>
  );
}

function Foot({ chat, user }: { chat: Chat; user: User }): JSX.Element | null {
  const deeds = useDeeds();
  if (chat.type === 'channel' && !isEditor(user)) return null;
  const isChannel = chat.type === 'channel';
  return (
    <footer class="pane-foot">
      <Composer
        label={isChannel ? `Post in ${nameOfChat(chat)}` : `Message as ${user.first_name}`}
        placeholder={isChannel ? 'Post in the channel' : `Message as ${user.first_name}`}
        commands={[]}
        onSend={(text) =>
          isChannel
            ? deeds.do({ user: user.id, channel_post: text, chat: chat.id })
            : deeds.say(user.id, text, chat.id)
        }
      />
    </footer>
  );
}

/** A channel or group: what everyone sees. */
export function PublicChat({ chat }: { chat: Chat }): JSX.Element {
  const user = usePage((state) => userOf(state, state.me));
  return (
    <Speaker.Provider value={user?.id}>
      <PaneHeader id={chat.id} title={nameOfChat(chat)} note={membersNote(chat)}>
        <ChatChoice chat={chat} />
      </PaneHeader>
      <Pinned chat={chat} />
      <MessageLog
        key={chat.id}
        chat={chat.id}
        own={chat.type === 'channel' ? undefined : user?.id}
        hasNames
        label={`${chat.type === 'channel' ? 'Channel' : 'Group'} ${nameOfChat(chat)}`}
        emptyText={
          chat.type === 'channel' ? 'No posts yet. The first one appears here by itself.' : 'No messages yet.'
        }
      />
      {user !== undefined && <Foot chat={chat} user={user} />}
    </Speaker.Provider>
  );
}

export function NoChat(): JSX.Element {
  return (
    <p class="empty">
      <Icon name="channel" /> This world has no channel yet.
    </p>
  );
}
