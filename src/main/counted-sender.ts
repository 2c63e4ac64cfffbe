import type { Metrics } from '../adapters/http/metrics.ts';
import type { Sender } from '../app/ports/telegram.ts';

/** A sender whose endings are counted. */
export function countedSender(sender: Sender, metrics: Metrics): Sender {
  const count = async <T extends { readonly kind: string }>(sending: Promise<T>): Promise<T> => {
    const outcome = await sending;
    metrics.sends.inc({ ending: outcome.kind });
    return outcome;
  };
  return {
    send: (...args) => count(sender.send(...args)),
    copy: (...args) => count(sender.copy(...args)),
    edit: (...args) => count(sender.edit(...args)),
    forward: (...args) => count(sender.forward(...args)),
    sendFile: (...args) => count(sender.sendFile(...args)),
    remove: (...args) => count(sender.remove(...args)),
  };
}
