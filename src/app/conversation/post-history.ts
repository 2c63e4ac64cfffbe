import type { PostState } from '../ports/delivery.ts';
import type { Say } from '../ports/messages.ts';

type Words = (say: Say, detail: string) => string;

/** The sentences that the ledger writes down, each with how it is said; what follows a colon, or a number, is the detail. */
const STEPS: readonly (readonly [RegExp, Words])[] = [
  [/^the process that had it ended/, (say) => say('history-given-back')],
  [/^the process that sent it ended/, (say) => say('history-lost')],
  [/^taken in hand at an editor's word$/, (say) => say('history-taken-now')],
  [/^taken in hand for the slot$/, (say) => say('history-taken')],
  [/^being sent$/, (say) => say('history-sending')],
  [/^sent as message (\d+)$/, (say, id) => say('history-sent', { id })],
  [/^no answer: (.*)$/, (say, reason) => say('history-no-answer', { reason })],
  [/^refused: (.*)$/, (say, reason) => say('history-refused', { reason })],
  [/^dropped: it waited for so long/, (say) => say('history-too-old')],
  [/^dropped: there is nothing of it/, (say) => say('history-nothing')],
  [/^put back: Telegram asked for a pause$/, (say) => say('history-paused')],
  [/^put back: (.*)$/, (say, reason) => say('history-put-back', { reason })],
  [/^found as message (\d+)$/, (say, id) => say('history-found', { id })],
  [/^looked for and not there/, (say) => say('history-not-there')],
  [/^looked for in vain/, (say) => say('history-asked')],
  [/^an editor says that it is there$/, (say) => say('history-editor-there')],
  [/^an editor says that it is to be posted$/, (say) => say('history-editor-post')],
  [/^waits for an editor to approve it$/, (say) => say('history-approval')],
  [/^released by an editor$/, (say) => say('history-released')],
  [/^sent at once by an editor$/, (say) => say('history-now')],
  [/^held back by an editor$/, (say) => say('history-held')],
  [/^dropped by an editor$/, (say) => say('history-editor-dropped')],
  [/^corrected$/, (say) => say('history-corrected')],
  [/^corrected: (.*)$/, (say, note) => say('history-correction', { note })],
  [/^retracted(?: \(deleted\))?$/, (say) => say('history-retracted')],
  [/^retracted: (.*)$/, (say, reason) => say('history-retraction', { reason })],
  [/^could not be changed: (.*)$/, (say, reason) => say('history-unchanged', { reason })],
];

/** A step of a post as an editor reads it; as it stands where it is none of ours. */
export function stepWords(say: Say, what: string): string {
  for (const [pattern, words] of STEPS) {
    const match = pattern.exec(what);
    if (match !== null) return words(say, match[1] ?? '');
  }
  return what;
}

export function stateWords(say: Say, state: PostState): string {
  switch (state) {
    case 'waiting':
      return say('state-waiting');
    case 'in flight':
      return say('state-in-flight');
    case 'sent':
      return say('state-sent');
    case 'unreachable':
      return say('state-unreachable');
    case 'failed':
      return say('state-failed');
    case 'unknown':
      return say('state-unknown');
    case 'dropped':
      return say('state-dropped');
    case 'retracted':
      return say('state-retracted');
  }
}
