import { useEffect, useState } from 'preact/hooks';

export type Theme = 'light' | 'dark';

const KEY = 'sandbox theme';

function systemTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function kept(): Theme | undefined {
  const value = localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : undefined;
}

/** The system's theme, until one chooses; the choice is kept in this browser. */
export function useTheme(): { theme: Theme; choose: (theme: Theme) => void } {
  const [chosen, setChosen] = useState(kept);
  const [system, setSystem] = useState(systemTheme);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const look = (): void => setSystem(systemTheme());
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  useEffect(() => {
    if (chosen !== undefined) document.documentElement.dataset['theme'] = chosen;
  }, [chosen]);
  const choose = (theme: Theme): void => {
    localStorage.setItem(KEY, theme);
    setChosen(theme);
  };
  return { theme: chosen ?? system, choose };
}
