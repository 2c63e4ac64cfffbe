import type { ComponentChildren, JSX } from 'preact';
import { usePage } from '../state/page-context.ts';
import { Icon } from './icon.tsx';
import { useTheme } from './use-theme.ts';
import { UserSwitch } from './user-switch.tsx';

function ThemeSwitch(): JSX.Element {
  const { theme, choose } = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" class="icon-button" aria-label={`Switch to ${other}`} onClick={() => choose(other)}>
      <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
    </button>
  );
}

function Mark(): JSX.Element {
  return (
    <h1 class="mark">
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="9" />
        <path d="M8 10h16M8 16h16M8 22h9" />
      </svg>
      <span>
        Dateline <em>sandbox</em>
      </span>
    </h1>
  );
}

export function TopBar({ children }: { children?: ComponentChildren }): JSX.Element {
  const isLost = usePage((state) => state.connection === 'lost');
  return (
    <header class="top-bar">
      <Mark />
      <UserSwitch />
      <div class="top-tools">
        {isLost && (
          <p class="lost" role="status">
            The sandbox does not answer. Trying again…
          </p>
        )}
        {children}
        <ThemeSwitch />
      </div>
    </header>
  );
}
