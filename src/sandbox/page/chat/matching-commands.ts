import type { BotCommand } from '../wire/world.ts';

/** @returns the commands that what is typed could become; none once there is more than a command. */
export function matchingCommands(typed: string, commands: readonly BotCommand[]): readonly BotCommand[] {
  const start = /^\/(\w*)$/.exec(typed)?.[1]?.toLowerCase();
  if (start === undefined) return [];
  return commands.filter(({ command }) => command.startsWith(start));
}
