import type { Message } from 'grammy/types';
import type { Sent, SentFile } from '../../app/ports/intake.ts';

/** What a message holds beside words typed by hand: links, a file, a caption, or that it is a forward. */
export function readSent(message: Message): Sent | undefined {
  const words = message.text ?? message.caption ?? '';
  const links = linksOf(message);
  const isForward = message.forward_origin !== undefined;
  const file = fileOf(message);
  const isPlain = message.text !== undefined || (file === undefined && words === '');
  if (isPlain && links.length === 0 && !isForward) return undefined;
  return { words, links, isForward, ...(file === undefined ? {} : { file }) };
}

/** The document of a message. */
export function fileOf({ document }: Message): SentFile | undefined {
  if (document === undefined) return undefined;
  const { file_id: id, file_name: name = 'document', mime_type: mimeType } = document;
  return { id, name, ...(mimeType === undefined ? {} : { mimeType }) };
}

function linksOf({ text, caption, entities, caption_entities }: Message): readonly string[] {
  const words = text ?? caption ?? '';
  return (entities ?? caption_entities ?? []).flatMap((entity) => {
    if (entity.type === 'text_link') return [entity.url];
    if (entity.type !== 'url') return [];
    const written = words.slice(entity.offset, entity.offset + entity.length);
    return [/^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`];
  });
}
