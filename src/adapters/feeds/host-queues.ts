import PQueue from 'p-queue';

export type HostQueues = {
  /** Runs `work` when no other work of the same host runs. */
  readonly run: <T>(host: string, work: () => Promise<T>) => Promise<T>;
};

/** One queue a host: a slow site delays nobody but itself, and none is asked twice at a time. */
export function createHostQueues(): HostQueues {
  const queues = new Map<string, PQueue>();
  return {
    run: async (host, work) => {
      const queue = queues.get(host) ?? new PQueue({ concurrency: 1 });
      queues.set(host, queue);
      try {
        return await queue.add(work, { throwOnTimeout: true });
      } finally {
        if (queue.size === 0 && queue.pending === 0 && queues.get(host) === queue) queues.delete(host);
      }
    },
  };
}
