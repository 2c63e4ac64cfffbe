import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export type Metrics = {
  readonly registry: Registry;
  readonly updates: Counter;
  readonly sends: Counter<'ending'>;
  readonly articles: Counter<'admission'>;
  readonly handlerFailures: Counter;
};

/** What can only be asked for, when the metrics are read. */
export type Readings = {
  readonly subscribers: () => Promise<number>;
  readonly waiting: () => Promise<number>;
};

export function createMetrics({ subscribers, waiting }: Readings): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'dateline_' });
  const registers = [registry];
  asked(registry, 'dateline_subscribers', 'Private chats that get broadcasts', subscribers);
  asked(registry, 'dateline_posts_waiting', 'Articles that wait for a slot, over all channels', waiting);
  return {
    registry,
    updates: new Counter({ name: 'dateline_updates_total', help: 'Updates handled', registers }),
    sends: new Counter({
      name: 'dateline_sends_total',
      help: 'Messages handed to Telegram, by how it ended',
      labelNames: ['ending'],
      registers,
    }),
    articles: new Counter({
      name: 'dateline_articles_total',
      help: 'Articles that came in: new, known or changed',
      labelNames: ['admission'],
      registers,
    }),
    handlerFailures: new Counter({
      name: 'dateline_update_failures_total',
      help: 'Updates whose handling failed and was tried again',
      registers,
    }),
  };
}

function asked(registry: Registry, name: string, help: string, read: () => Promise<number>): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      // Redis may be away, which is when the other figures are looked at.
      this.set(await read().catch(() => Number.NaN));
    },
  });
}
