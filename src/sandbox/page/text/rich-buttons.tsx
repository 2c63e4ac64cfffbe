import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { InlineKeyboard } from '../message/inline-keyboard.tsx';
import { MessageAt } from '../message/message-at.ts';
import type { RichButton } from '../wire/rich-block.ts';
import { plainText } from './plain-text.ts';

/** Buttons in the middle of a rich message work as those below it do. */
export function RichButtons({ buttons }: { buttons: readonly RichButton[] }): JSX.Element {
  const at = useContext(MessageAt);
  const row = buttons.map((button) => ({ ...button, text: plainText(button.text) }));
  return <InlineKeyboard rows={[row]} chat={at.chat} messageId={at.messageId} />;
}
