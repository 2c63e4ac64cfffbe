import type { JSX } from 'preact';
import { RequestList } from './request-list.tsx';

/** What Telegram does to the bot, and what passes between them. */
export function WeatherPane(): JSX.Element {
  return (
    <div class="weather">
      <h2>Weather</h2>
      <RequestList />
    </div>
  );
}
