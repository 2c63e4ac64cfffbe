import type { JSX, RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icon.tsx';
import type { ReplyMarkup } from '../wire/message.ts';
import type { BotCommand } from '../wire/world.ts';
import { CommandMenu } from './command-menu.tsx';
import { ReplyKeyboard } from './reply-keyboard.tsx';
import { type CommandField, useCommandField } from './use-command-field.ts';

type Props = {
  /** What the field is called, for those who hear the page. */
  label: string;
  placeholder: string;
  commands: readonly BotCommand[];
  keyboard?: ReplyMarkup | undefined;
  /** @returns whether it went; if not, the words stay in the field. */
  onSend: (text: string) => Promise<boolean>;
};

/** What a key does while the menu is open. */
const MENU_KEYS: Record<string, (field: CommandField, send: (text: string) => void) => void> = {
  ArrowDown: (field) => field.move(1),
  ArrowUp: (field) => field.move(-1),
  Escape: (field) => field.close(),
  Tab: (field) => field.type(`/${field.offered[field.chosen]?.command ?? ''} `),
  Enter: (field, send) => send(`/${field.offered[field.chosen]?.command ?? ''}`),
};

const TALLEST_PX = 160;

/** Lets the field grow with its words, up to a height. */
function useGrowing(input: RefObject<HTMLTextAreaElement>, text: string): void {
  useEffect(() => {
    if (input.current === null) return;
    input.current.style.blockSize = 'auto';
    input.current.style.blockSize = `${Math.min(TALLEST_PX, input.current.scrollHeight)}px`;
  }, [text, input]);
}

function MenuButton({ isOpen, onPress }: { isOpen: boolean; onPress: () => void }): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button menu-button"
      aria-label="Commands of the bot"
      aria-expanded={isOpen}
      onClick={onPress}
    >
      <Icon name="slash" />
    </button>
  );
}

function keyHandler(field: CommandField, send: (text: string) => void): (event: KeyboardEvent) => void {
  return (event) => {
    const inMenu = field.offered.length > 0 ? MENU_KEYS[event.key] : undefined;
    const isSend = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
    if (inMenu === undefined && !isSend) return;
    event.preventDefault();
    if (inMenu === undefined) send(field.text);
    else inMenu(field, send);
  };
}

/** Tells those who hear the page that the field has a menu, and which of its lines is chosen. */
function menuAria(menu: string, isOpen: boolean, chosen: number): JSX.HTMLAttributes<HTMLTextAreaElement> {
  return {
    role: 'combobox',
    'aria-expanded': isOpen,
    'aria-controls': menu,
    'aria-autocomplete': 'list',
    'aria-activedescendant': isOpen ? `${menu}-${chosen}` : undefined,
  };
}

/** Where one types: commands offered as in Telegram, Enter sends, Shift+Enter breaks the line. */
export function Composer({ label, placeholder, commands, keyboard, onSend }: Props): JSX.Element {
  const field = useCommandField(commands);
  const menu = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [isKeyboardShut, setKeyboardShut] = useState(false);
  useEffect(() => setKeyboardShut(false), [keyboard]);
  useGrowing(input, field.text);

  const send = async (text: string): Promise<void> => {
    if (text.trim() === '') return;
    field.type('');
    if (!(await onSend(text))) field.type(text);
    input.current?.focus();
  };
  const onKey = keyHandler(field, (text) => void send(text));
  const isOpen = field.offered.length > 0;
  return (
    <div class="composer">
      {isOpen && (
        <CommandMenu
          id={menu}
          commands={field.offered}
          chosen={field.chosen}
          onChoose={({ command }) => void send(`/${command}`)}
        />
      )}
      <div class="field">
        {commands.length > 0 && (
          <MenuButton
            isOpen={isOpen}
            onPress={() => {
              field.type(isOpen ? '' : '/');
              input.current?.focus();
            }}
          />
        )}
        <textarea
          ref={input}
          rows={1}
          value={field.text}
          placeholder={keyboard?.input_field_placeholder ?? placeholder}
          aria-label={label}
          {...(commands.length > 0 ? menuAria(menu, isOpen, field.chosen) : {})}
          onInput={(event) => field.type(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <button
          type="button"
          class="icon-button send-button"
          aria-label="Send"
          disabled={field.text.trim() === ''}
          onClick={() => void send(field.text)}
        >
          <Icon name="send" />
        </button>
      </div>
      {keyboard !== undefined && !isKeyboardShut && (
        <ReplyKeyboard
          markup={keyboard}
          onPress={(text) => {
            if (keyboard.one_time_keyboard === true) setKeyboardShut(true);
            void send(text);
          }}
        />
      )}
    </div>
  );
}
