import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useDeeds, usePage } from '../state/page-context.ts';
import type { Notice } from '../state/page-state.ts';

const SHOWN_MS = 4_500;

function Toast({ notice }: { notice: Notice }): JSX.Element {
  const deeds = useDeeds();
  useEffect(() => {
    const timer = setTimeout(() => deeds.dismiss(notice.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [deeds, notice.id]);
  return <p class="toast">{notice.text}</p>;
}

/** Short answers of the bot and of the page, shown for a moment. */
export function Toasts(): JSX.Element {
  const notices = usePage((state) => state.notices);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {notices.map((notice) => (
        <Toast key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

/** An answer that the bot wants to be read before one goes on. */
export function AlertDialog(): JSX.Element {
  const deeds = useDeeds();
  const alert = usePage((state) => state.alert);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (alert === undefined) dialog.current?.close();
    else if (dialog.current?.open === false) dialog.current.showModal();
  }, [alert]);
  return (
    <dialog ref={dialog} class="alert" aria-label="The bot says" onClose={() => deeds.closeAlert()}>
      <p>{alert}</p>
      <form method="dialog">
        <button type="submit" class="big-button">
          OK
        </button>
      </form>
    </dialog>
  );
}
