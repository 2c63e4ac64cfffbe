import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A quote folded to three lines, with a button that opens it; one that fits has no button. */
export function ExpandableQuote({ children }: { children: ComponentChildren }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [fits, setFits] = useState(false);
  const inner = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = inner.current;
    if (element !== null && !isOpen) setFits(element.scrollHeight <= element.clientHeight + 1);
  }, [children, isOpen]);
  return (
    <blockquote class={`expandable ${isOpen ? 'open' : 'folded'}`}>
      <div ref={inner} class="quoted">
        {children}
      </div>
      {!fits && (
        <button type="button" class="fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show less' : 'Show more'}
        </button>
      )}
    </blockquote>
  );
}
