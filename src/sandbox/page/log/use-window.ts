import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Row } from './rows.ts';
import { type Range, rowAt, rowOffsets, visibleRange } from './window-range.ts';

/** So near the end counts as at the end: new messages then come into view by themselves. */
const END_PX = 60;

/** Which row the view holds on to while heights above it change: the topmost seen, and how far into it. */
type Anchor = { key: string; within: number };

export type WindowedRows = {
  range: Range;
  /** Pixels above the first drawn row, and of all rows. */
  top: number;
  height: number;
  isAtEnd: boolean;
  onScroll: () => void;
  toEnd: () => void;
  toRow: (index: number) => void;
};

type Refs = { view: RefObject<HTMLElement>; list: RefObject<HTMLElement> };

/** Notes the heights of the drawn rows; says whether one is news. */
function measure(list: HTMLElement, heights: Map<string, number>): boolean {
  let isNews = false;
  for (const element of list.children) {
    const key = element.getAttribute('data-key');
    const { height } = element.getBoundingClientRect();
    if (key === null || Math.abs((heights.get(key) ?? -1) - height) < 0.5) continue;
    heights.set(key, height);
    isNews = true;
  }
  return isNews;
}

/** Draws only the rows in sight, and keeps what one reads where it is when rows come, go or grow around it. */
export function useWindow(rows: readonly Row[], { view, list }: Refs): WindowedRows {
  const heights = useRef(new Map<string, number>());
  const anchor = useRef<Anchor | undefined>(undefined);
  const atEnd = useRef(true);
  const [isAtEnd, setAtEnd] = useState(true);
  const [version, setVersion] = useState(0);
  const [place, setPlace] = useState({ top: 0, height: 800 });
  // A new version says that the heights have changed in place.
  const offsets = useMemo(() => rowOffsets(rows, heights.current), [rows, version]);
  const height = offsets[rows.length] ?? 0;
  const seenTop = atEnd.current ? Math.max(0, height - place.height) : place.top;
  const range = visibleRange(offsets, seenTop, place.height);

  const onScroll = useCallback(() => {
    const element = view.current;
    if (element === null) return;
    const { scrollTop, clientHeight, scrollHeight } = element;
    atEnd.current = scrollHeight - scrollTop - clientHeight < END_PX;
    setAtEnd(atEnd.current);
    const index = rowAt(offsets, scrollTop);
    const row = rows[index];
    anchor.current = row && { key: row.key, within: scrollTop - (offsets[index] ?? 0) };
    setPlace({ top: scrollTop, height: clientHeight });
  }, [offsets, rows, view]);

  const watch = useCallback(() => {
    if (list.current !== null && measure(list.current, heights.current)) setVersion((count) => count + 1);
  }, [list]);

  // After every drawing: take the measure of what is new, then put the view back to where it was.
  useLayoutEffect(() => {
    watch();
    const element = view.current;
    if (element === null) return;
    const index = rows.findIndex(({ key }) => key === anchor.current?.key);
    if (atEnd.current) element.scrollTop = element.scrollHeight;
    else if (index >= 0) {
      const wanted = (offsets[index] ?? 0) + (anchor.current?.within ?? 0);
      if (Math.abs(element.scrollTop - wanted) > 1) element.scrollTop = wanted;
    }
  }, [rows, offsets, range.from, range.to]);

  // Pictures, opened quotes and a turned phone change heights between drawings.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => {
      watch();
      const element = view.current;
      if (element === null) return;
      setPlace((last) =>
        last.height === element.clientHeight ? last : { ...last, height: element.clientHeight },
      );
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    if (list.current !== null) observer.observe(list.current);
    if (view.current !== null) observer.observe(view.current);
    return () => observer.disconnect();
  }, [view, list, watch]);

  const toEnd = useCallback(() => {
    atEnd.current = true;
    anchor.current = undefined;
    setAtEnd(true);
    if (view.current !== null) view.current.scrollTop = view.current.scrollHeight;
    setVersion((count) => count + 1);
  }, [view]);

  const toRow = useCallback(
    (index: number) => {
      const row = rows[index];
      if (row === undefined || view.current === null) return;
      atEnd.current = false;
      anchor.current = { key: row.key, within: -80 };
      view.current.scrollTop = Math.max(0, (offsets[index] ?? 0) - 80);
    },
    [rows, offsets, view],
  );

  return { range, top: offsets[range.from] ?? 0, height, isAtEnd, onScroll, toEnd, toRow };
}
