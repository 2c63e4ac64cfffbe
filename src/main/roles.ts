import { botOf, redisKeys } from '../adapters/redis/keys.ts';
import { whileLeased } from '../adapters/redis/lease.ts';
import { pollUpdates } from '../adapters/telegram/poll-updates.ts';
import { readUpdate } from '../adapters/telegram/read-update.ts';
import { answer } from '../app/conversation/answer.ts';
import { perform } from '../app/conversation/perform.ts';
import { runPublishing } from '../app/delivery/publish-due.ts';
import { runTellingFollowers, type TellFollowers } from '../app/delivery/tell-followers.ts';
import type { OutgoingMessage } from '../app/ports/telegram.ts';
import type { ArticleId } from '../domain/article/article.ts';
import type { Role } from './lifetime.ts';
import { importanceIn } from './operations.ts';
import type { Parts } from './parts.ts';
import { noticeFor, postFor } from './posts-of-channels.ts';

/** Takes updates by polling, one process of all at a time. */
export function polling(parts: Parts): Role {
  const { redis, clock, log, api, updates, config } = parts;
  const key = `${redisKeys(botOf(config.token)).own}:polling`;
  const poll = async (signal: AbortSignal): Promise<void> => {
    await api.deleteWebhook().catch(() => undefined);
    await pollUpdates({ api, keep: (batch) => updates.append(batch), clock, log }, signal);
  };
  return { name: 'polling', run: (signal) => whileLeased({ redis, clock }, key, poll, signal) };
}

/** Answers the updates that were kept. */
export function answering(parts: Parts): Role {
  const { updates, identity, conversation, performing, metrics, clock } = parts;
  return {
    name: 'answering',
    run: (signal) =>
      updates.run(async (update) => {
        const incoming = readUpdate(update, identity.botUsername, clock.now());
        if (incoming === undefined) return;
        try {
          await perform(performing, await answer(conversation, incoming));
          metrics.updates.inc();
        } catch (error) {
          metrics.handlerFailures.inc();
          throw error;
        }
      }, signal),
  };
}

/** Posts what is due. */
export function publishing(parts: Parts): Role {
  const { config, posts, sender, clock, log, deskChat, tellDesk } = parts;
  const plans = config.channels.map(({ id, ...plan }) => ({ channel: id, ...plan }));
  return {
    name: 'publishing',
    run: (signal) =>
      runPublishing(
        {
          ...{ plans, posts, sender, clock, log },
          budget: parts.performing.budget,
          desk: tellDesk,
          compose: (article, channel) => compose(parts, article, channel),
          importance: (article, channel) => importanceIn(parts.archive, config.channels, article, channel),
          ...(deskChat === undefined ? {} : { deskChat }),
        },
        signal,
      ),
  };
}

async function compose(parts: Parts, id: ArticleId, channel: string): Promise<OutgoingMessage | undefined> {
  // What was taken back while it was on its way must not go out.
  if ((await parts.archive.retraction(id)) !== undefined) return undefined;
  const article = await parts.archive.get(id);
  return article === undefined ? undefined : postFor(parts, article, channel);
}

/** Tells those who follow a name or a topic of what was posted about it. */
export function tellingFollowers(parts: Parts): Role {
  const { posts, follows, broadcasts, archive, clock, log } = parts;
  const compose: TellFollowers['compose'] = (...about) => noticeFor(parts, ...about);
  const world: TellFollowers = { posts, follows, broadcasts, archive, compose, clock, log };
  return { name: 'telling followers', run: (signal) => runTellingFollowers(world, signal) };
}
