/** Every ending a send can have, by name. */
export type Ending = 'sent' | 'unreachable' | 'rate-limited' | 'rejected' | 'no-answer';

export type DeliveryState = 'waiting' | 'in flight' | 'sent' | 'unreachable' | 'failed' | 'unknown';

/** What becomes of a delivery in flight. */
export const SETTLED_AS: Readonly<Record<Ending, Exclude<DeliveryState, 'in flight'>>> = {
  sent: 'sent',
  unreachable: 'unreachable',
  'rate-limited': 'waiting',
  rejected: 'failed',
  // Telegram may have delivered it: sending again could show it twice.
  'no-answer': 'unknown',
};
