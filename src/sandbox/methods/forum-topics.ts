import { badRequest } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { ok } from '../call.ts';
import { postAsBot } from '../sending/post-message.ts';
import { checkRight, resolvePlace } from '../sending/resolve-place.ts';
import { has, integer, text } from '../wire/arguments.ts';
import type { Place } from '../world/places.ts';
import type { Topic } from '../world/state.ts';
import type { Message } from '../world/types.ts';

const MAX_NAME = 128;
const ICON_COLORS: readonly number[] = [0x6fb9f0, 0xffd67e, 0xcb86db, 0x8eee98, 0xff93b2, 0xfb6f5f];

type ForumPlace = Extract<Place, { kind: 'chat' }>;

function requireForum(call: Call, purpose: string): ForumPlace {
  const place = resolvePlace(call, 'write');
  if (place.kind === 'private' || !place.chat.isForum) throw badRequest('The chat is not a forum');
  checkRight(call, place, 'can_manage_topics', `Not enough rights to ${purpose}`);
  return place;
}

type FoundTopic = { readonly place: ForumPlace; readonly id: number; readonly topic: Topic };

function requireTopic(call: Call, purpose: string): FoundTopic {
  const place = requireForum(call, purpose);
  const id = integer(call.args, 'message_thread_id');
  const topic = place.chat.topics.get(id);
  if (topic === undefined) throw badRequest('Message thread not found');
  return { place, id, topic };
}

function readName(call: Call): string {
  const name = text(call.args, 'name').trim();
  if (name === '') throw badRequest('Title must be non-empty');
  return [...name].slice(0, MAX_NAME).join('');
}

function setClosed(call: Call, closed: boolean): ReturnType<typeof ok> {
  const { place, id, topic } = requireTopic(call, 'edit the topic');
  if (topic.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED');
  topic.closed = closed;
  const change: Partial<Message> = closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} };
  postAsBot(call, place, {}, { message_thread_id: id, is_topic_message: true, ...change });
  return ok(true);
}

export const topicMethods: Methods = {
  createForumTopic: (call) => {
    const name = readName(call);
    const color = integer(call.args, 'icon_color', ICON_COLORS[0]);
    if (!ICON_COLORS.includes(color)) throw badRequest('Invalid icon color specified');
    const emoji = text(call.args, 'icon_custom_emoji_id');
    const place = requireForum(call, 'create a topic');
    const shown = { name, icon_color: color, ...(emoji === '' ? {} : { icon_custom_emoji_id: emoji }) };
    const message = postAsBot(call, place, {}, { is_topic_message: true, forum_topic_created: shown });
    // A topic goes by the id of the message that began it.
    message.message_thread_id = message.message_id;
    place.chat.topics.set(message.message_id, { ...shown, closed: false });
    return ok({ message_thread_id: message.message_id, ...shown });
  },
  editForumTopic: (call) => {
    const { place, id, topic } = requireTopic(call, 'edit the topic');
    const emoji = text(call.args, 'icon_custom_emoji_id');
    const change = {
      ...(has(call.args, 'name') ? { name: readName(call) } : {}),
      ...(emoji === '' ? {} : { icon_custom_emoji_id: emoji }),
    };
    Object.assign(topic, change);
    postAsBot(call, place, {}, { message_thread_id: id, is_topic_message: true, forum_topic_edited: change });
    return ok(true);
  },
  closeForumTopic: (call) => setClosed(call, true),
  reopenForumTopic: (call) => setClosed(call, false),
  deleteForumTopic: (call) => {
    const { place, id } = requireTopic(call, 'delete the topic');
    place.chat.topics.delete(id);
    const gone = place.chat.messages.filter((message) => message.message_thread_id === id);
    const ids = new Set(gone.map((message) => message.message_id));
    const kept = place.chat.messages.filter((message) => !ids.has(message.message_id));
    place.chat.messages.splice(0, place.chat.messages.length, ...kept);
    call.core.events.emit({ type: 'delete', chat: place.chat.id, message_ids: [...ids] });
    call.core.touch();
    return ok(true);
  },
};
