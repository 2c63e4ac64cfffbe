import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { PrivateChat } from '../chat/private-chat.tsx';
import { usePage } from '../state/page-context.ts';
import { people } from '../state/page-state.ts';
import { isEditor, nameOfUser } from '../wire/world.ts';

/** The editor's own chat with the bot, where its notices and questions to the newsroom come. */
export function DeskPane(): JSX.Element {
  const world = usePage((state) => state.world);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const everyone = useMemo(() => people(world), [world]);
  const user = everyone.find(({ id }) => id === chosen) ?? everyone.find(isEditor);
  if (user !== undefined) {
    const note = `what the bot tells ${nameOfUser(user)}, editor`;
    return <PrivateChat key={user.id} user={user} title="Desk" note={note} />;
  }
  return (
    <section class="empty">
      <p>Nobody here is known as an editor. Whose chat is the desk?</p>
      <ul class="plain">
        {everyone.slice(0, 12).map(({ id, first_name }) => (
          <li key={id}>
            <button type="button" class="chip" onClick={() => setChosen(id)}>
              {first_name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
