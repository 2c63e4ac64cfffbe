import type { Answer } from './answer.ts';
import type { Core } from './core.ts';
import type { Arguments } from './wire/arguments.ts';
import type { Bot } from './world/state.ts';

/** One call of a method: who calls, with what, in which sandbox. */
export type Call = {
  readonly core: Core;
  readonly bot: Bot;
  readonly args: Arguments;
  /** Runs something when the caller hangs up; the returned function calls it off. */
  readonly onHangUp: (run: () => void) => () => void;
};

export type Method = (call: Call) => Answer | Promise<Answer>;

/** A method group: names as the manual writes them. */
export type Methods = Readonly<Record<string, Method>>;

export function ok(result: unknown, description?: string): Answer {
  return description === undefined ? { ok: true, result } : { ok: true, result, description };
}

/** Unix seconds of the sandbox's clock. */
export function nowSeconds(core: Core): number {
  return Math.floor(core.clock.now() / 1000);
}
