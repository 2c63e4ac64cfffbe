import type { JSX } from 'preact';
import { memo } from 'preact/compat';
import { useState } from 'preact/hooks';
import { preciseTime } from '../message/times.ts';
import { usePage } from '../state/page-context.ts';
import type { NumberedLine } from '../state/page-state.ts';
import { answerOf, chatOf, codeOf, type TranscriptLine } from '../wire/transcript.ts';
import { refusalReason } from './refusal-reason.ts';

function momentOf(line: TranscriptLine): number {
  return typeof line.time === 'number' ? line.time : Date.parse(line.time);
}

function codeInWords(line: TranscriptLine): string {
  if (!line.delivered) return line.accepted ? 'lost' : 'reset';
  return String(codeOf(line) ?? '—');
}

const RequestLine = memo(({ line }: { line: TranscriptLine }): JSX.Element => {
  const reason = refusalReason(line);
  const description = answerOf(line)?.description;
  return (
    <details class={`request ${reason === undefined ? 'granted' : 'refused'}`}>
      <summary>
        <time>{preciseTime(momentOf(line))}</time>
        <span class="method">{line.method}</span>
        <span class="where">{chatOf(line) ?? ''}</span>
        <span class="code">{codeInWords(line)}</span>
        <span class="took">{line.ms === undefined ? '' : `${Math.round(line.ms)} ms`}</span>
        {reason !== undefined && <span class="reason">{reason}</span>}
      </summary>
      {description !== undefined && <p class="description">{description}</p>}
      <pre>{JSON.stringify(line.parameters ?? {}, null, 2)}</pre>
      <pre>
        {typeof line.answer === 'string' ? line.answer : JSON.stringify(line.answer ?? null, null, 2)}
      </pre>
    </details>
  );
});

/** Few enough to draw; the transcript has them all. */
const SHOWN = 80;

function newestFirst(requests: readonly NumberedLine[], onlyRefused: boolean): readonly NumberedLine[] {
  const kept = onlyRefused ? requests.filter(({ line }) => refusalReason(line) !== undefined) : requests;
  return kept.slice(-SHOWN).toReversed();
}

/** What the bot asks of Telegram and what it is told, as it passes. */
export function RequestList(): JSX.Element {
  const requests = usePage((state) => state.requests);
  const [onlyRefused, setOnlyRefused] = useState(false);
  const shown = newestFirst(requests, onlyRefused);
  return (
    <section class="requests" aria-label="Requests of the bot">
      <div class="requests-head">
        <h3>Requests, newest first</h3>
        <label class="check">
          <input
            type="checkbox"
            checked={onlyRefused}
            onChange={(event) => setOnlyRefused(event.currentTarget.checked)}
          />
          failures only
        </label>
      </div>
      {shown.length === 0 && (
        <p class="quiet">
          {onlyRefused ? 'Nothing has failed so far.' : 'The bot has not asked for anything yet.'}
        </p>
      )}
      <div class="request-lines">
        {shown.map(({ number, line }) => (
          <RequestLine key={number} line={line} />
        ))}
      </div>
    </section>
  );
}
