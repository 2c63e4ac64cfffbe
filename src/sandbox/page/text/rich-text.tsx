import type { JSX } from 'preact';
import type { RichText, RichTextNode } from '../wire/rich-block.ts';
import { CommandLink, Link } from './link.tsx';
import { RichButtons } from './rich-buttons.tsx';
import { Spoiler } from './spoiler.tsx';

type Drawing = (node: RichTextNode, inner: JSX.Element) => JSX.Element;

const DRAWINGS: Record<string, Drawing> = {
  bold: (_, inner) => <strong>{inner}</strong>,
  italic: (_, inner) => <em>{inner}</em>,
  underline: (_, inner) => <u>{inner}</u>,
  strikethrough: (_, inner) => <s>{inner}</s>,
  spoiler: (_, inner) => <Spoiler>{inner}</Spoiler>,
  subscript: (_, inner) => <sub>{inner}</sub>,
  superscript: (_, inner) => <sup>{inner}</sup>,
  marked: (_, inner) => <mark>{inner}</mark>,
  code: (_, inner) => <code>{inner}</code>,
  url: ({ url = '' }, inner) => <Link address={url}>{inner}</Link>,
  email_address: ({ email_address = '' }, inner) => <Link address={`mailto:${email_address}`}>{inner}</Link>,
  phone_number: ({ phone_number = '' }, inner) => <Link address={`tel:${phone_number}`}>{inner}</Link>,
  mention: ({ username = '' }, inner) => <Link address={`https://t.me/${username}`}>{inner}</Link>,
  bot_command: ({ bot_command = '' }) => <CommandLink command={`/${bot_command.replace(/^\//, '')}`} />,
  hashtag: (_, inner) => <span class="tag">{inner}</span>,
  custom_emoji: ({ alternative_text = '' }) => <span>{alternative_text}</span>,
  mathematical_expression: ({ expression = '' }) => <code class="formula">{expression}</code>,
  button: ({ button }) => <RichButtons buttons={button === undefined ? [] : [button]} />,
  anchor: () => <span />,
};

/** Text of a rich message, however deep; what has no look of its own shows its text. */
export function RichTextView({ text }: { text: RichText | undefined }): JSX.Element {
  if (text === undefined) return <span />;
  if (typeof text === 'string') return <span>{text}</span>;
  if ('type' in text) {
    const inner = <RichTextView text={text.text} />;
    return DRAWINGS[text.type]?.(text, inner) ?? inner;
  }
  return (
    <>
      {text.map((part, index) => (
        <RichTextView key={index} text={part} />
      ))}
    </>
  );
}
