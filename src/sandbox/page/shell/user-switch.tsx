import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { useDeeds, usePage } from '../state/page-context.ts';
import { people } from '../state/page-state.ts';
import { isEditor, nameOfUser, type User } from '../wire/world.ts';
import { Avatar } from './avatar.tsx';

/** More people than this do not stand side by side: the rest is in a list. */
const SIDE_BY_SIDE = 6;

function standingOf(user: User): string {
  if (user.deactivated === true) return 'deleted account';
  if (isEditor(user)) return 'editor';
  if (user.blocked === true) return 'blocked the bot';
  return user.started === true ? 'reader' : 'not started';
}

function Person({ user, isMe }: { user: User; isMe: boolean }): JSX.Element {
  const deeds = useDeeds();
  const unread = usePage((state) => state.unread[user.id] ?? 0);
  return (
    <button type="button" class="person" aria-pressed={isMe} onClick={() => deeds.be(user.id)}>
      <Avatar id={user.id} name={nameOfUser(user)} />
      <span class="person-words">
        <span class="person-name">{user.first_name}</span>
        <span class="person-standing">{standingOf(user)}</span>
      </span>
      {unread > 0 && (
        <span class="badge">
          {unread}
          <span class="hidden"> unread</span>
        </span>
      )}
    </button>
  );
}

/** Who one is: each sees another chat with the bot. */
export function UserSwitch(): JSX.Element {
  const deeds = useDeeds();
  const world = usePage((state) => state.world);
  const me = usePage((state) => state.me);
  const everyone = useMemo(() => people(world), [world]);
  const shown = everyone.slice(0, SIDE_BY_SIDE);
  const rest = everyone.slice(SIDE_BY_SIDE);
  return (
    <fieldset class="user-switch">
      <legend>You are</legend>
      {shown.map((user) => (
        <Person key={user.id} user={user} isMe={user.id === me} />
      ))}
      {rest.length > 0 && (
        <label class="choice">
          <span class="hidden">Be someone else</span>
          <select
            value={rest.some(({ id }) => id === me) ? String(me) : ''}
            onChange={(event) => deeds.be(Number(event.currentTarget.value))}
          >
            <option value="" disabled>
              {`${rest.length.toLocaleString('en-GB')} more…`}
            </option>
            {rest.map((user) => (
              <option key={user.id} value={user.id}>
                {`${nameOfUser(user)}, ${standingOf(user)}`}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
}
