import { FAULT_KINDS, type Fault } from '../weather/faults.ts';
import { type FloodModel, PUBLISHED_LIMITS } from '../weather/flood.ts';
import type { WeatherChange } from '../weather/weather.ts';
import { type Fields, fieldsOf, numberOf, Problem, shareOf } from './problem.ts';

/** Reads a change of the weather; what is left out stays as it is. Throws a Problem that names the field. */
export function readWeather(value: unknown): WeatherChange {
  const fields = fieldsOf(value, 'The weather');
  return {
    ...(fields['flood'] === undefined ? {} : { flood: readFlood(fields['flood']) }),
    ...(fields['faults'] === undefined ? {} : { faults: readFaults(fields['faults'], 'faults') }),
    ...(fields['add_faults'] === undefined
      ? {}
      : { addFaults: readFaults(fields['add_faults'], 'add_faults') }),
    ...(fields['seed'] === undefined ? {} : { seed: numberOf(fields['seed'], 'seed') }),
  };
}

/** `true` for the published limits, `false` for none, or some of them changed. */
function readFlood(value: unknown): FloodModel | false {
  if (value === false) return false;
  if (value === true) return PUBLISHED_LIMITS;
  const given = fieldsOf(value, 'flood');
  const names = Object.keys(PUBLISHED_LIMITS);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Problem(`flood has no ${unknown}: write ${names.join(', ')}`);
  const numbers = Object.entries(given).map(([name, limit]) => {
    const number = numberOf(limit, `flood.${name}`);
    if (number <= 0) throw new Problem(`flood.${name} must be above 0`);
    return [name, number];
  });
  return { ...PUBLISHED_LIMITS, ...Object.fromEntries(numbers) };
}

function readFaults(value: unknown, name: string): Fault[] {
  if (!Array.isArray(value)) throw new Problem(`${name} must be an array`);
  return value.map((entry: unknown) => readFault(fieldsOf(entry, `A line of ${name}`)));
}

function readFault(fields: Fields): Fault {
  const kind = FAULT_KINDS.find((name) => name === String(fields['fault']).replaceAll('_', ' '));
  if (kind === undefined) throw new Problem(`fault must be one of ${FAULT_KINDS.join(', ')}`);
  const number = (name: string): Record<string, number> =>
    fields[name] === undefined ? {} : { [name]: numberOf(fields[name], name) };
  return {
    fault: kind,
    ...listOf(fields, 'methods'),
    ...listOf(fields, 'chats'),
    ...listOf(fields, 'bots'),
    ...number('skip'),
    ...number('count'),
    ...number('retry_after'),
    ...number('delay_ms'),
    ...(fields['share'] === undefined ? {} : { share: shareOf(fields['share'], 'share', 1) }),
    ...(fields['html'] === undefined ? {} : { html: fields['html'] === true }),
  };
}

/** One or many. */
function listOf(fields: Fields, name: string): Record<string, unknown[]> {
  const one = fields[name.slice(0, -1)];
  const many = fields[name] ?? (one === undefined ? undefined : [one]);
  if (many === undefined) return {};
  return { [name]: Array.isArray(many) ? many : [many] };
}
