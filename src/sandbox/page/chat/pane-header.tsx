import type { ComponentChildren, JSX } from 'preact';
import { Avatar } from '../shell/avatar.tsx';

type Props = { id: number; title: string; note: string; children?: ComponentChildren };

/** The bar over a chat: who it is with, what is to know of it, and what can be done. */
export function PaneHeader({ id, title, note, children }: Props): JSX.Element {
  return (
    <header class="pane-header">
      <Avatar id={id} name={title} />
      <div class="pane-words">
        <h2>{title}</h2>
        <p>{note}</p>
      </div>
      <div class="pane-tools">{children}</div>
    </header>
  );
}
