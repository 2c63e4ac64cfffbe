import type { Broadcast, BroadcastId } from '../../../app/ports/delivery.ts';
import type { BroadcastLedger } from '../../../app/ports/ledger.ts';
import { loadScript } from '../load-scripts.ts';
import { contentFields, NO_COUNTS } from './broadcast-drafts.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, SYSTEM_CLOCK } from './delivery-store.ts';

/** What became of a notice is forgotten after this. */
export const NOTICE_SECONDS: number = 30 * 86_400;

/**
 * Broadcasts that no editor wrote: what followers are told. The id comes from the story, so that a worker which does the
 * work of one that died starts nothing twice.
 */
export function createNotices(
  store: DeliveryStore,
  get: BroadcastLedger['get'],
  step: (id: BroadcastId, name: 'start') => Promise<Broadcast | undefined>,
): Pick<BroadcastLedger, 'notify'> {
  const { redis, botId, clock = SYSTEM_CLOCK } = store;
  const keys = deliveryKeys(botId);
  const write = loadScript(redis, 'delivery-notice-write');
  return {
    notify: async ({ about, content, follows, language }) => {
      const id = `n${about}` as BroadcastId;
      const fields = {
        ...{ status: 'draft', about, language, editorChat: 0, createdAtMs: clock.now(), ...NO_COUNTS },
        segment: JSON.stringify({ follows }),
      };
      const all = [...Object.entries(fields).flat(), ...contentFields(content)];
      await write([keys.broadcast(id)], [NOTICE_SECONDS, ...all]);
      await step(id, 'start');
      return get(id);
    },
  };
}
