import { composeRetraction } from '../app/compose-channel-post.ts';
import type { PostChanges } from '../app/conversation/conversation.ts';
import { correctPosts } from '../app/delivery/correct-post.ts';
import { type PostRetracting, retractPosts } from '../app/delivery/retract-post.ts';
import type { Parts } from './parts.ts';
import { postFor } from './posts-of-channels.ts';

type ChangeParts = Pick<Parts, 'config' | 'identity' | 'messages' | 'archive' | 'posts' | 'sender'> &
  Pick<Parts, 'performing'>;

/** What is done to posts that are out already, in all channels. */
export function createPostChanges(parts: ChangeParts): PostChanges {
  const { archive, posts, sender, config, messages, performing } = parts;
  const { budget, clock, log } = performing;
  const world: PostRetracting = {
    ...{ archive, posts, sender, budget, clock, log },
    channels: config.channels.map(({ id }) => id),
    composeCorrected: async (id, channel, note) => {
      const article = await archive.get(id);
      const correction = note === undefined ? {} : { note };
      return article === undefined ? undefined : postFor(parts, article, channel, correction);
    },
    composeRetraction: async (_id, channel, reason) => {
      const language = config.channels.find(({ id }) => id === channel)?.language ?? 'en';
      return composeRetraction(messages.in(language), reason);
    },
  };
  return {
    correct: (id, note) => correctPosts(world, id, note),
    retract: (id, as) => retractPosts(world, id, as),
    preview: (article, channel, note) => postFor(parts, article, channel, note === undefined ? {} : { note }),
  };
}
