import type { JSX } from 'preact';
import { Icon } from '../shell/icon.tsx';
import { useDeeds, usePage } from '../state/page-context.ts';
import type { Fault, WeatherPlan } from '../wire/weather-plan.ts';
import { FaultForm } from './fault-form.tsx';
import { faultInWords, timesInWords } from './fault-words.ts';
import { FloodForm } from './flood-form.tsx';
import { PRESETS, presetOf } from './presets.ts';
import { RequestList } from './request-list.tsx';

/** Until the sandbox has told the true one. */
const UNKNOWN: WeatherPlan = { flood: false, faults: [] };

function Presets({ faults }: { faults: readonly Fault[] }): JSX.Element {
  const deeds = useDeeds();
  const current = presetOf(faults);
  return (
    <fieldset class="presets">
      <legend class="hidden">Weather</legend>
      {PRESETS.map((preset) => (
        <button
          key={preset.name}
          type="button"
          class="chip"
          aria-pressed={preset === current}
          onClick={() => void deeds.setWeather({ faults: preset.faults })}
        >
          {preset.name}
        </button>
      ))}
      <p class="quiet" role="status">
        {current?.words ?? 'A mix of your own.'}
      </p>
    </fieldset>
  );
}

function FaultLines({ faults }: { faults: readonly Fault[] }): JSX.Element | null {
  const deeds = useDeeds();
  if (faults.length === 0) return null;
  return (
    <ul class="fault-lines">
      {faults.map((fault, index) => (
        <li key={faultInWords(fault)}>
          <span>
            {faultInWords(fault)}
            {fault.hits !== undefined && <span class="quiet"> · struck {timesInWords(fault.hits)}</span>}
          </span>
          <button
            type="button"
            class="icon-button"
            aria-label={`Take away: ${faultInWords(fault)}`}
            onClick={() => void deeds.setWeather({ faults: faults.toSpliced(index, 1) })}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What Telegram does to the bot, and what passes between them. */
export function WeatherPane(): JSX.Element {
  const deeds = useDeeds();
  const { flood, faults } = usePage((state) => state.weather) ?? UNKNOWN;
  return (
    <div class="weather">
      <header>
        <h2>Weather</h2>
        <p class="quiet">
          How Telegram treats the bot. Nothing here harms anyone: try it in the middle of a broadcast.
        </p>
      </header>
      <Presets faults={faults} />
      <FaultLines faults={faults} />
      <details class="fine">
        <summary>Fine settings</summary>
        <FaultForm onAdd={(fault) => void deeds.setWeather({ faults: [...faults, fault] })} />
        <FloodForm flood={flood} onChange={(next) => void deeds.setWeather({ flood: next })} />
      </details>
      <RequestList />
    </div>
  );
}
