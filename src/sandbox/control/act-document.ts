import type { Core } from '../core.ts';
import { mediaOf, storeFile } from '../sending/files.ts';
import type { Content } from '../world/types.ts';
import { type Posted, postAsUser, replyOf, typedText } from './act-message.ts';
import { actingPlace, actingUser } from './actor.ts';
import { type Fields, stringOf } from './problem.ts';

/** A person sends a file: `document` is its bytes in base64. */
export function actDocument(core: Core, command: Fields): Posted {
  const user = actingUser(core, command);
  const place = actingPlace(core, command, user);
  const bytes = Buffer.from(stringOf(command['document'], 'document'), 'base64');
  const { file_name: name, mime_type: mimeType, caption } = command;
  const file = storeFile(core.world, {
    kind: 'document',
    bytes,
    mimeType: typeof mimeType === 'string' ? mimeType : 'application/octet-stream',
    name: typeof name === 'string' ? name : 'document',
  });
  const words = typeof caption === 'string' && caption !== '' ? typedText(caption) : {};
  const content: Content = {
    document: mediaOf(file),
    ...(words.text === undefined ? {} : { caption: words.text }),
    ...(words.entities === undefined ? {} : { caption_entities: words.entities }),
  };
  return postAsUser(core, user, place, content, replyOf(place, command));
}
