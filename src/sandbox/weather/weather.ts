import { createChance, type Fault, nextFault, type PlannedFault } from './faults.ts';
import { createFlood, type Flood, type FloodModel, type FloodRequest } from './flood.ts';

/** The weather as it is told and as it is answered. */
export type WeatherReport = {
  readonly flood: FloodModel | false;
  readonly faults: readonly PlannedFault[];
  readonly seed: number;
};

export type WeatherChange = {
  readonly flood?: FloodModel | false;
  readonly faults?: readonly Fault[];
  readonly addFaults?: readonly Fault[];
  readonly seed?: number;
};

export type Weather = {
  readonly report: () => WeatherReport;
  readonly change: (change: WeatherChange) => WeatherReport;
  readonly nextFault: (target: { method: string; chat: string; bot: number }) => PlannedFault | undefined;
  /** Whole seconds that the flood model asks the call to wait; 0 for none, and then the call is counted. */
  readonly floodWait: (request: FloodRequest, nowMs: number) => number;
};

const DEFAULT_SEED = 1;

export function createWeather(flood: FloodModel | false): Weather {
  let model: FloodModel | false = flood;
  let buckets: Flood | undefined = flood === false ? undefined : createFlood(flood);
  let plan: PlannedFault[] = [];
  let seed = DEFAULT_SEED;
  let chance = createChance(seed);

  const planned = (fault: Fault): PlannedFault => ({ ...fault, seen: 0, hits: 0 });
  const report = (): WeatherReport => ({ flood: model, faults: plan, seed });

  return {
    report,
    change: (change) => {
      if (change.flood !== undefined) {
        model = change.flood;
        buckets = model === false ? undefined : createFlood(model);
      }
      if (change.seed !== undefined) {
        seed = change.seed;
        chance = createChance(seed);
      }
      if (change.faults !== undefined) plan = change.faults.map(planned);
      if (change.addFaults !== undefined) plan = [...plan, ...change.addFaults.map(planned)];
      return report();
    },
    nextFault: (target) => (plan.length === 0 ? undefined : nextFault(plan, target, chance)),
    floodWait: (request, nowMs) => buckets?.admit(request, nowMs) ?? 0,
  };
}
