import type { JSX } from 'preact';
import type { Poll } from '../wire/message.ts';

function noteOf(poll: Poll): string {
  if (poll.is_closed) return 'Final results';
  const kind = poll.type === 'quiz' ? 'quiz' : 'poll';
  return poll.is_anonymous === false ? `Public ${kind}` : `Anonymous ${kind}`;
}

export function PollView({ poll }: { poll: Poll }): JSX.Element {
  const votes = poll.total_voter_count;
  return (
    <section class="poll" aria-label={`Poll: ${poll.question}`}>
      <p class="question">{poll.question}</p>
      <p class="quiet">{noteOf(poll)}</p>
      <ul>
        {poll.options.map(({ text, voter_count }) => {
          const share = votes === 0 ? 0 : Math.round((100 * voter_count) / votes);
          return (
            <li key={text}>
              <span class="share">{share} %</span>
              <span>{text}</span>
              <span class="bar" style={{ inlineSize: `${share}%` }} />
            </li>
          );
        })}
      </ul>
      <p class="quiet">{votes === 1 ? '1 vote' : `${votes} votes`}</p>
    </section>
  );
}
