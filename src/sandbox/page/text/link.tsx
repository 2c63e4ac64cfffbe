import type { ComponentChildren, JSX } from 'preact';
import { useDeeds, usePage } from '../state/page-context.ts';
import { useSpeaker } from '../state/speaker.ts';
import { destinationOf } from '../wire/deep-link.ts';

type Props = { address: string; children: ComponentChildren; class?: string };

/** A link that stays inside when it leads to a chat of the sandbox, and opens a tab when it leads out. */
export function Link({ address, children, class: className }: Props): JSX.Element {
  const deeds = useDeeds();
  const speaker = useSpeaker();
  const world = usePage((state) => state.world);
  const destination = destinationOf(address, world);
  const href = destination.kind === 'web' ? destination.url : address;
  return (
    <a
      class={className ?? 'link'}
      href={destination.kind === 'nowhere' ? undefined : href}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        if (destination.kind === 'web') return;
        event.preventDefault();
        deeds.follow(address, speaker);
      }}
    >
      {children}
    </a>
  );
}

/** A command in a text: a click sends it. */
export function CommandLink({ command }: { command: string }): JSX.Element {
  const deeds = useDeeds();
  const speaker = useSpeaker();
  const send = (): void => {
    if (speaker !== undefined) void deeds.say(speaker, command);
  };
  return (
    <button type="button" class="link command-link" onClick={send}>
      {command}
    </button>
  );
}
