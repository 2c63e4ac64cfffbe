import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A quote folded to three lines, with a button that opens it; one that fits has no button. */
export function ExpandableQuote({ children }: { children: ComponentChildren }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [fits, setFits] = useState(false);
  const inner = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = inner.current;
    if (element === null || isOpen) return undefined;
    const measure = (): void => setFits(element.scrollHeight <= element.clientHeight + 1);
    // Its lines break anew when the page becomes narrower, or its styles come later than it.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
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
