import type { JSX } from 'preact';
import type { FloodModel } from '../wire/weather-plan.ts';

/** The figures that Telegram has published or that are often seen. */
const PUBLISHED: FloodModel = {
  per_second: 30,
  burst: 30,
  chat_per_second: 1,
  chat_burst: 5,
  group_per_minute: 20,
  paid_per_second: 1000,
};

const LABELS: Record<keyof FloodModel, string> = {
  per_second: 'messages a second',
  burst: 'at once, after a rest',
  chat_per_second: 'a second in one chat',
  chat_burst: 'at once in one chat',
  group_per_minute: 'a minute in a group or channel',
  paid_per_second: 'a second when paid for',
};

const FIELDS = Object.entries(LABELS) as [keyof FloodModel, string][];

type Props = { flood: FloodModel | false; onChange: (flood: FloodModel | false) => void };

/** How fast the bot may send: a model of limits that Telegram keeps to itself. */
export function FloodForm({ flood, onChange }: Props): JSX.Element {
  return (
    <div class="settings">
      <label class="check">
        <input
          type="checkbox"
          checked={flood !== false}
          onChange={(event) => onChange(event.currentTarget.checked ? PUBLISHED : false)}
        />
        Limits as Telegram’s (a model; the true ones are not published)
      </label>
      {flood !== false &&
        FIELDS.map(([field, label]) => (
          <label key={field} class="setting">
            <span>{label}</span>
            <input
              type="number"
              min={1}
              value={flood[field]}
              onChange={(event) => {
                const value = Number(event.currentTarget.value);
                if (value > 0) onChange({ ...flood, [field]: value });
              }}
            />
          </label>
        ))}
    </div>
  );
}
