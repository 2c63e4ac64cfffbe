import type { JSX } from 'preact';
import type { KeyboardButton, Message, ReplyMarkup } from '../wire/message.ts';

/** @returns the keyboard that the newest message with a word on it set, if it is still there. */
export function keyboardOf(messages: readonly Message[]): ReplyMarkup | undefined {
  const last = messages.findLast(
    ({ reply_markup }) => reply_markup?.keyboard !== undefined || reply_markup?.remove_keyboard === true,
  );
  return last?.reply_markup?.keyboard === undefined ? undefined : last.reply_markup;
}

function wordsOf(button: KeyboardButton): string {
  return typeof button === 'string' ? button : button.text;
}

type Props = { markup: ReplyMarkup; onPress: (text: string) => void };

/** The buttons in place of a keyboard: each sends its words. */
export function ReplyKeyboard({ markup, onPress }: Props): JSX.Element {
  return (
    <fieldset class="reply-keyboard">
      <legend class="hidden">Answers the bot offers</legend>
      {(markup.keyboard ?? []).map((row, index) => (
        <div key={index} class="inline-row">
          {row.map((button) => (
            <button key={wordsOf(button)} type="button" onClick={() => onPress(wordsOf(button))}>
              {wordsOf(button)}
            </button>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
