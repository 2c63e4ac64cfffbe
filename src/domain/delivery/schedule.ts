import { CronExpressionParser } from 'cron-parser';
import type { Problem } from './wall-time.ts';

/** One or more cron expressions of five or six fields (with seconds first), `;` between them; checked. */
export type Schedule = string & { readonly __brand: 'Schedule' };

/** A cron expression, ready to be asked. */
export type CronTimes = {
  /** Answers whether the expression names the day that begins at `midnightMs`, a wall time. */
  readonly namesDay: (midnightMs: number) => boolean;
  /** Milliseconds after midnight, ascending. */
  readonly timesOfDay: readonly number[];
  /** Its hour field names all 24: such a rhythm follows the clock through a repeated hour. */
  readonly everyHour: boolean;
};

const HINT =
  'write five fields (minute hour day month weekday) or six with seconds first, such as 0 8-20 * * 1-5';
/** Letters that the parser takes for randomness, which a schedule must not have. */
const RANDOM = /(^|[\s,/-])H/;

export function parseSchedule(text: string): Schedule | Problem {
  const expressions = expressionsOf(text);
  if (expressions.length === 0) return { problem: `The schedule is empty: ${HINT}` };
  for (const expression of expressions) {
    const reason = whatIsWrong(expression);
    if (reason !== undefined) return { problem: `"${expression}" is not a schedule (${reason}): ${HINT}` };
  }
  return expressions.join('; ') as Schedule;
}

/** Throws what the parser says about an expression that `parseSchedule` would refuse. */
export function cronTimes(schedule: string): readonly CronTimes[] {
  return expressionsOf(schedule).map(timesOf);
}

function expressionsOf(text: string): readonly string[] {
  return text
    .split(';')
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .filter((part) => part !== '');
}

function whatIsWrong(expression: string): string | undefined {
  const fields = expression.split(' ').length;
  if (!expression.startsWith('@') && fields !== 5 && fields !== 6) return `it has ${fields} fields`;
  if (RANDOM.test(expression)) return 'H stands for chance';
  try {
    parse(expression).next(); // finds what never happens, such as 31 April
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function parse(expression: string): ReturnType<typeof CronExpressionParser.parse> {
  return CronExpressionParser.parse(expression, { tz: 'UTC', currentDate: new Date(0) });
}

function timesOf(expression: string): CronTimes {
  const cron = parse(expression);
  const { hour, minute, second } = cron.fields;
  const timesOfDay = hour.values.flatMap((h) =>
    minute.values.flatMap((m) => second.values.map((s) => (h * 3600 + m * 60 + s) * 1000)),
  );
  const first = timesOfDay[0] ?? 0;
  return {
    namesDay: (midnightMs) => cron.includesDate(new Date(midnightMs + first)),
    timesOfDay,
    everyHour: hour.values.length === 24,
  };
}
