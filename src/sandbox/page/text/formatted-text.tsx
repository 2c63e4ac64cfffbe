import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { MessageEntity } from '../wire/message.ts';
import { CodeBlock } from './code-block.tsx';
import { entityTree, type TextNode } from './entity-tree.ts';
import { ExpandableQuote } from './expandable-quote.tsx';
import { CommandLink, Link } from './link.tsx';
import { Spoiler } from './spoiler.tsx';

type Piece = { entity: MessageEntity; text: string; children: JSX.Element[] };

const PIECES: Record<string, (piece: Piece) => JSX.Element> = {
  bold: ({ children }) => <strong>{children}</strong>,
  italic: ({ children }) => <em>{children}</em>,
  underline: ({ children }) => <u>{children}</u>,
  strikethrough: ({ children }) => <s>{children}</s>,
  spoiler: ({ children }) => <Spoiler>{children}</Spoiler>,
  code: ({ children }) => <code>{children}</code>,
  pre: ({ entity, text }) => <CodeBlock code={text} language={entity.language} />,
  blockquote: ({ children }) => <blockquote>{children}</blockquote>,
  expandable_blockquote: ({ children }) => <ExpandableQuote>{children}</ExpandableQuote>,
  text_link: ({ entity, children }) => <Link address={entity.url ?? ''}>{children}</Link>,
  url: ({ text, children }) => <Link address={text}>{children}</Link>,
  email: ({ text, children }) => <Link address={`mailto:${text}`}>{children}</Link>,
  phone_number: ({ text, children }) => <Link address={`tel:${text}`}>{children}</Link>,
  mention: ({ text, children }) => <Link address={`https://t.me/${text.slice(1)}`}>{children}</Link>,
  text_mention: ({ children }) => <span class="tag">{children}</span>,
  hashtag: ({ children }) => <span class="tag">{children}</span>,
  cashtag: ({ children }) => <span class="tag">{children}</span>,
  bot_command: ({ text }) => <CommandLink command={text} />,
  date_time: ({ entity, children }) => (
    <time dateTime={new Date((entity.unix_time ?? 0) * 1000).toISOString()}>{children}</time>
  ),
};

function draw(nodes: readonly TextNode[]): JSX.Element[] {
  return nodes.map((node, index) => {
    if (typeof node === 'string') return <span key={index}>{node}</span>;
    const Drawn = PIECES[node.entity.type];
    const children = draw(node.children);
    if (Drawn === undefined) return <span key={index}>{children}</span>;
    return (
      <Drawn key={index} entity={node.entity} text={node.text}>
        {children}
      </Drawn>
    );
  });
}

type Props = { text: string; entities?: readonly MessageEntity[] | undefined };

/** A message's text as Telegram's apps show it. */
export function FormattedText({ text, entities }: Props): JSX.Element {
  const tree = useMemo(() => entityTree(text, entities ?? []), [text, entities]);
  return (
    <div class="text" dir="auto">
      {draw(tree)}
    </div>
  );
}
