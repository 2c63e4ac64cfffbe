import type { JSX } from 'preact';
import { memo } from 'preact/compat';
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import { Bubble } from '../message/bubble.tsx';
import { Icon } from '../shell/icon.tsx';
import { type ChatLog, EMPTY_LOG } from '../state/chat-log.ts';
import { useDeeds, usePage } from '../state/page-context.ts';
import { type Row, rowsOf } from './rows.ts';
import { useWindow } from './use-window.ts';

type RowProps = { row: Row; onJump: (messageId: number) => void };

function isSameRow(a: RowProps, b: RowProps): boolean {
  if (a.onJump !== b.onJump || a.row.kind !== b.row.kind || a.row.key !== b.row.key) return false;
  if (a.row.kind !== 'bubble' || b.row.kind !== 'bubble') {
    return JSON.stringify(a.row) === JSON.stringify(b.row);
  }
  const { messages } = b.row;
  const isSameLook = a.row.hasName === b.row.hasName && a.row.isOwn === b.row.isOwn;
  return (
    isSameLook &&
    a.row.messages.length === messages.length &&
    a.row.messages.every((m, i) => m === messages[i])
  );
}

/** An edit of one message draws that one alone. */
const DrawnRow = memo(({ row, onJump }: RowProps): JSX.Element => {
  switch (row.kind) {
    case 'day':
      return <p class="day">{row.label}</p>;
    case 'service':
      return <p class="service">{row.text}</p>;
    case 'bubble':
      return <Bubble messages={row.messages} isOwn={row.isOwn} hasName={row.hasName} onJump={onJump} />;
  }
}, isSameRow);

type Props = { chat: number; own: number | undefined; hasNames: boolean; label: string; emptyText: string };

/** How near the top, in pixels, older messages are asked for. */
const ASK_OLDER_PX = 1_500;

/** A chat's messages, of which only those in sight are in the page, however many there are. */
export function MessageLog({ chat, own, hasNames, label, emptyText }: Props): JSX.Element {
  const deeds = useDeeds();
  const log: ChatLog = usePage((state) => state.logs[chat]) ?? EMPTY_LOG;
  const nowMs = usePage((state) => state.world.now);
  const rows = useMemo(
    () => rowsOf(log.messages, { own, hasNames, nowMs }),
    [log.messages, own, hasNames, nowMs],
  );
  const view = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { range, top, height, isAtEnd, onScroll, toEnd, toRow } = useWindow(rows, { view, list });

  useEffect(() => void deeds.openLog(chat), [chat, deeds]);
  useEffect(() => {
    const element = view.current;
    const isNear = element !== null && element.scrollTop < ASK_OLDER_PX;
    if (isNear && log.more && !log.isLoading) void deeds.loadOlder(chat);
  });

  const latest = useRef({ rows, toRow });
  latest.current = { rows, toRow };
  const onJump = useCallback((messageId: number) => {
    const index = latest.current.rows.findIndex(
      (row) => row.kind === 'bubble' && row.messages.some(({ message_id }) => message_id === messageId),
    );
    latest.current.toRow(index);
  }, []);

  return (
    <div class="log">
      <div
        ref={view}
        class="log-view"
        role="log"
        aria-label={label}
        aria-busy={log.isLoading}
        aria-relevant="additions"
        aria-live={isAtEnd ? 'polite' : 'off'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the arrow keys
        tabIndex={0}
        onScroll={onScroll}
      >
        {rows.length === 0 && !log.isLoading && <p class="empty">{emptyText}</p>}
        <div class="log-space" style={{ blockSize: `${height}px` }}>
          <div ref={list} class="log-list" style={{ transform: `translateY(${top}px)` }}>
            {rows.slice(range.from, range.to).map((row) => (
              <div key={row.key} class="row" data-key={row.key}>
                <DrawnRow row={row} onJump={onJump} />
              </div>
            ))}
          </div>
        </div>
      </div>
      {!isAtEnd && (
        <button type="button" class="to-end" aria-label="Go to the newest message" onClick={toEnd}>
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}
