import type { Clock } from './clock.ts';
import type { Events } from './events.ts';
import type { Transcript } from './transcript.ts';
import type { Delivery } from './updates/delivery.ts';
import type { Weather } from './weather/weather.ts';
import type { World } from './world/state.ts';

/** Everything one sandbox consists of; handed to whatever acts in it. */
export type Core = {
  readonly world: World;
  readonly clock: Clock;
  readonly events: Events;
  readonly transcript: Transcript;
  readonly weather: Weather;
  readonly delivery: Delivery;
  /** Something changed that a saved state should hold. */
  readonly touch: () => void;
};
