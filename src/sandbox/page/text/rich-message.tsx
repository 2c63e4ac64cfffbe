import type { ComponentChildren, JSX } from 'preact';
import { ClipView, FileView, PhotoView } from '../message/media.tsx';
import type { RichBlock, RichCaption, RichCell, RichText } from '../wire/rich-block.ts';
import { CodeBlock } from './code-block.tsx';
import { ExpandableQuote } from './expandable-quote.tsx';
import { plainText } from './plain-text.ts';
import { RichButtons } from './rich-buttons.tsx';
import { RichTextView } from './rich-text.tsx';

type Drawings = { [Type in RichBlock['type']]: (block: RichBlock & { type: Type }) => JSX.Element };

function Credit({ credit }: { credit: RichText | undefined }): JSX.Element | null {
  if (credit === undefined) return null;
  return (
    <cite>
      <RichTextView text={credit} />
    </cite>
  );
}

function Figure(props: { caption?: RichCaption | undefined; children: ComponentChildren }): JSX.Element {
  const { caption, children } = props;
  return (
    <figure>
      {children}
      {caption !== undefined && (
        <figcaption>
          <RichTextView text={caption.text} /> <Credit credit={caption.credit} />
        </figcaption>
      )}
    </figure>
  );
}

function Heading({ text, size }: { text: RichText; size: number }): JSX.Element {
  // The page's own headings are h1 to h3.
  const Tag = size < 3 ? 'h4' : 'h5';
  return (
    <Tag class={`rich-heading size-${size}`}>
      <RichTextView text={text} />
    </Tag>
  );
}

function Cell({ cell }: { cell: RichCell }): JSX.Element {
  const Tag = cell.is_header === true ? 'th' : 'td';
  return (
    <Tag colSpan={cell.colspan} rowSpan={cell.rowspan} style={{ textAlign: cell.align ?? 'left' }}>
      <RichTextView text={cell.text} />
    </Tag>
  );
}

const paragraph = ({ type, text }: { type: string; text: RichText }): JSX.Element => (
  <p class={`rich-${type}`}>
    <RichTextView text={text} />
  </p>
);

const DRAWINGS: Drawings = {
  paragraph,
  footer: paragraph,
  thinking: paragraph,
  heading: ({ text, size }) => <Heading text={text} size={size} />,
  pre: ({ text, language }) => <CodeBlock code={plainText(text)} language={language} />,
  divider: () => <hr />,
  anchor: () => <span />,
  mathematical_expression: ({ expression }) => <code class="formula">{expression}</code>,
  list: ({ items }) => (
    <ul class="rich-list">
      {items.map(({ label, blocks, has_checkbox, is_checked }, index) => (
        <li key={index}>
          <span class="label">{has_checkbox === true ? (is_checked === true ? '☑' : '☐') : label}</span>
          <div>
            <RichBlocks blocks={blocks} />
          </div>
        </li>
      ))}
    </ul>
  ),
  blockquote: ({ blocks, credit }) => (
    <blockquote>
      <RichBlocks blocks={blocks} />
      <Credit credit={credit} />
    </blockquote>
  ),
  expandable_blockquote: ({ text, credit }) => (
    <ExpandableQuote>
      <RichTextView text={text} />
      <Credit credit={credit} />
    </ExpandableQuote>
  ),
  pullquote: ({ text, credit }) => (
    <blockquote class="pullquote">
      <RichTextView text={text} />
      <Credit credit={credit} />
    </blockquote>
  ),
  collage: ({ blocks, caption }) => (
    <Figure caption={caption}>
      <div class="collage">
        <RichBlocks blocks={blocks} />
      </div>
    </Figure>
  ),
  slideshow: ({ blocks, caption }) => (
    <Figure caption={caption}>
      <div class="slideshow">
        <RichBlocks blocks={blocks} />
      </div>
    </Figure>
  ),
  table: ({ cells, caption }) => (
    <div class="rich-table">
      <table>
        {caption !== undefined && (
          <caption>
            <RichTextView text={caption} />
          </caption>
        )}
        <tbody>
          {cells.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <Cell key={column} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  ),
  details: ({ summary, blocks, is_open }) => (
    <details open={is_open === true}>
      <summary>
        <RichTextView text={summary} />
      </summary>
      <RichBlocks blocks={blocks} />
    </details>
  ),
  photo: ({ photo, caption }) => (
    <Figure caption={caption}>
      <PhotoView sizes={photo} description={plainText(caption?.text)} />
    </Figure>
  ),
  video: ({ video, caption }) => (
    <Figure caption={caption}>
      <ClipView clip={video} isSilent={false} />
    </Figure>
  ),
  animation: ({ animation, caption }) => (
    <Figure caption={caption}>
      <ClipView clip={animation} isSilent />
    </Figure>
  ),
  audio: ({ audio, caption }) => (
    <Figure caption={caption}>
      <FileView file={audio} kind="Audio" />
    </Figure>
  ),
  document: ({ document, caption }) => (
    <Figure caption={caption}>
      <FileView file={document} kind="File" />
    </Figure>
  ),
  voice_note: ({ voice_note, caption }) => (
    <Figure caption={caption}>
      <FileView file={voice_note} kind="Voice message" />
    </Figure>
  ),
  map: ({ location, caption }) => (
    <Figure caption={caption}>
      <p class="place">
        {location.latitude}, {location.longitude}
      </p>
    </Figure>
  ),
  buttons: ({ buttons }) => <RichButtons buttons={buttons} />,
};

function draw<Type extends RichBlock['type']>(block: RichBlock & { type: Type }): JSX.Element {
  const drawing = DRAWINGS[block.type];
  return drawing === undefined ? (
    <p class="unknown">A {block.type}, which this page does not show yet</p>
  ) : (
    drawing(block)
  );
}

/** The blocks of a rich message, one below the other. */
export function RichBlocks({ blocks }: { blocks: readonly RichBlock[] }): JSX.Element {
  return (
    <>
      {blocks.map((block, index) => (
        <div key={index} class="rich-block">
          {draw(block)}
        </div>
      ))}
    </>
  );
}
