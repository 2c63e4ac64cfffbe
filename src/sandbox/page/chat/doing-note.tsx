import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../state/page-context.ts';

const IN_WORDS: Record<string, string> = {
  typing: 'typing…',
  upload_photo: 'sending a photo…',
  upload_video: 'sending a video…',
  upload_document: 'sending a file…',
  find_location: 'looking for a place…',
};

/** @returns what the bot is doing in the chat right now, in words; nothing a few seconds after it said so. */
export function useDoing(chat: number): string | undefined {
  const doing = usePage((state) => state.actions[chat]);
  const [, draw] = useState({});
  useEffect(() => {
    if (doing === undefined) return;
    const timer = setTimeout(() => draw({}), Math.max(0, doing.untilMs - Date.now()) + 50);
    return () => clearTimeout(timer);
  }, [doing]);
  if (doing === undefined || doing.untilMs < Date.now()) return undefined;
  return IN_WORDS[doing.action] ?? 'busy…';
}
