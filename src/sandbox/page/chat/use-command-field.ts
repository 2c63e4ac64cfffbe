import { useState } from 'preact/hooks';
import type { BotCommand } from '../wire/world.ts';
import { matchingCommands } from './matching-commands.ts';

export type CommandField = {
  text: string;
  type: (text: string) => void;
  /** What the menu shows now; empty when it is shut. */
  offered: readonly BotCommand[];
  chosen: number;
  close: () => void;
  /** Moves the choice, round the ends. */
  move: (by: 1 | -1) => void;
};

/** The words being typed, and the commands they could become. */
export function useCommandField(commands: readonly BotCommand[]): CommandField {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [isShut, setShut] = useState(false);
  const offered = isShut ? [] : matchingCommands(text, commands);
  return {
    text,
    offered,
    chosen: Math.min(chosen, Math.max(0, offered.length - 1)),
    type: (next) => {
      setText(next);
      setChosen(0);
      setShut(false);
    },
    close: () => setShut(true),
    move: (by) => setChosen((last) => (last + by + offered.length) % Math.max(1, offered.length)),
  };
}
