import type { JSX } from 'preact';
import type { BotCommand } from '../wire/world.ts';

type Props = {
  id: string;
  commands: readonly BotCommand[];
  chosen: number;
  onChoose: (command: BotCommand) => void;
};

/** The bot's commands over the field, as in Telegram's menu. The field keeps the focus and points at the chosen one. */
export function CommandMenu({ id, commands, chosen, onChoose }: Props): JSX.Element {
  return (
    <div id={id} class="command-menu" role="listbox" aria-label="Commands of the bot">
      {commands.map((command, index) => (
        <button
          key={command.command}
          id={`${id}-${index}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(command)}
        >
          <span class="command-name">/{command.command}</span>
          <span class="command-words">{command.description}</span>
        </button>
      ))}
    </div>
  );
}
