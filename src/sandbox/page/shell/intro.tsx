import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useDeeds, usePage } from '../state/page-context.ts';
import { botOf, editorOf, type PageState } from '../state/page-state.ts';
import { Icon } from './icon.tsx';

const KEY = 'sandbox intro read';

type Tip = { label: string; deed: () => void };

function hasCommand(state: PageState, command: string): boolean {
  return (botOf(state)?.commands[''] ?? []).some((one) => one.command === command);
}

/** Presses the newest button of the channel with these words. */
function pressButton(words: string): void {
  const buttons = document.querySelectorAll<HTMLElement>('[data-view="channel"] .inline-button');
  const button = [...buttons].findLast((one) => one.textContent?.startsWith(words));
  button?.scrollIntoView({ block: 'nearest' });
  button?.focus();
  button?.click();
}

function useTips(): readonly Tip[] {
  const deeds = useDeeds();
  const me = usePage((state) => state.me);
  const hasLatest = usePage((state) => hasCommand(state, 'latest'));
  const editor = usePage(editorOf);
  const tips: Tip[] = [];
  if (me !== undefined && hasLatest) {
    tips.push({
      label: 'Type /latest',
      deed: () => {
        deeds.show('chat');
        void deeds.say(me, '/latest');
      },
    });
  }
  tips.push({
    label: 'Press Quotes',
    deed: () => {
      deeds.show('channel');
      requestAnimationFrame(() => pressButton('Quotes'));
    },
  });
  if (editor !== undefined) {
    tips.push({
      label: `Be ${editor.first_name} and /broadcast`,
      deed: () => {
        deeds.be(editor.id);
        deeds.show('chat');
        void deeds.say(editor.id, '/broadcast');
      },
    });
  }
  return tips;
}

/** What a newcomer is looking at, and three things to try. Once closed it stays closed in this browser. */
export function Intro(): JSX.Element | null {
  const [isOpen, setOpen] = useState(localStorage.getItem(KEY) === null);
  const tips = useTips();
  if (!isOpen) return null;
  const close = (): void => {
    localStorage.setItem(KEY, 'yes');
    setOpen(false);
  };
  return (
    <aside class="intro" aria-label="What this is">
      <p>
        <strong>A small Telegram on your machine, with the real bot in it.</strong>{' '}
        <span class="more">
          The channel that readers see, and the bot’s chats. Nothing leaves this computer.
        </span>
      </p>
      <ul>
        {tips.map(({ label, deed }) => (
          <li key={label}>
            <button type="button" class="chip" onClick={deed}>
              {label}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="icon-button" aria-label="Close this note" onClick={close}>
        <Icon name="close" />
      </button>
    </aside>
  );
}
