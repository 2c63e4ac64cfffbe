import type { Method, Methods } from '../call.ts';
import { profileMethods } from './bot-profile.ts';
import { callbackMethods } from './callback.ts';
import { chatActionMethods } from './chat-actions.ts';
import { chatChangeMethods } from './chat-changes.ts';
import { chatInfoMethods } from './chat-info.ts';
import { copyMethods } from './copy-forward.ts';
import { deleteMethods } from './delete.ts';
import { editMethods } from './edit.ts';
import { fileMethods } from './files.ts';
import { topicMethods } from './forum-topics.ts';
import { inviteMethods } from './invite-links.ts';
import { receiveMethods } from './receive.ts';
import { albumMethods } from './send-album.ts';
import { mediaMethods } from './send-media.ts';
import { pollMethods } from './send-poll.ts';
import { richMethods } from './send-rich.ts';
import { simpleMethods } from './send-simple.ts';
import { textMethods } from './send-text.ts';

const GROUPS: readonly Methods[] = [
  receiveMethods,
  textMethods,
  mediaMethods,
  albumMethods,
  pollMethods,
  richMethods,
  simpleMethods,
  editMethods,
  deleteMethods,
  copyMethods,
  callbackMethods,
  chatActionMethods,
  chatInfoMethods,
  chatChangeMethods,
  inviteMethods,
  topicMethods,
  profileMethods,
  fileMethods,
];

export type NamedMethod = { readonly name: string; readonly run: Method };

/** Every method that is simulated, by its name in small letters. */
const METHODS: ReadonlyMap<string, NamedMethod> = new Map(
  GROUPS.flatMap((group) =>
    Object.entries(group).map(([name, run]) => [name.toLowerCase(), { name, run }] as const),
  ),
);

export function findMethod(name: string): NamedMethod | undefined {
  return METHODS.get(name.toLowerCase());
}
