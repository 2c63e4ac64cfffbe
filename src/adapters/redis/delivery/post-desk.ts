import type { BreakingAnswer, PostLedger } from '../../../app/ports/ledger.ts';
import { loadScript } from '../load-scripts.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, timeArgument } from './delivery-store.ts';

const ANSWERS: readonly BreakingAnswer[] = ['goes', 'out', 'underway'];

/** An editor's word on one post, wherever it stands. */
export function createPostDesk(store: DeliveryStore): Pick<PostLedger, 'change' | 'postNow'> {
  const { redis, botId } = store;
  const keys = deliveryKeys(botId);
  const changeScript = loadScript(redis, 'delivery-post-change');
  const nowScript = loadScript(redis, 'delivery-post-now');
  return {
    change: async (channel, article, { what, retracted = false }) => {
      const scriptKeys = [keys.post(channel, article), keys.channel(channel, 'posts')];
      const args = [timeArgument(store), article, retracted ? 'retracted' : '', what.replaceAll(/\s+/g, ' ')];
      return (await changeScript(scriptKeys, args)) === 1;
    },
    postNow: async (channel, { id, sortAtMs }) => {
      const scriptKeys = [
        keys.waiting(channel),
        keys.channel(channel, 'breaking'),
        keys.channel(channel, 'held'),
        keys.channel(channel, 'posts'),
        keys.post(channel, id),
      ];
      const reply = await nowScript(scriptKeys, [timeArgument(store), id, sortAtMs]);
      const answer = ANSWERS.find((known) => known === reply);
      if (answer === undefined) throw new Error('Redis gave an unknown answer about a post');
      return answer;
    },
  };
}
