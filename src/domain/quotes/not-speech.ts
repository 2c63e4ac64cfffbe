import type { Reading, Run } from './reading.ts';

/** Whether a run is something said, and not a title, a term or a nickname in marks. */
export function isSpeech(_reading: Reading, _run: Run): boolean {
  return true;
}
