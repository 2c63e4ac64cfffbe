import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';

/** Hidden until pressed, to the eye and to a screen reader. */
export function Spoiler({ children }: { children: ComponentChildren }): JSX.Element {
  const [isShown, setShown] = useState(false);
  if (isShown) return <span class="spoiler shown">{children}</span>;
  return (
    <button type="button" class="spoiler" aria-label="Spoiler: press to show" onClick={() => setShown(true)}>
      <span aria-hidden="true">{children}</span>
    </button>
  );
}
