/** Every kind of fault, each with how often it comes among the others, and what it does. */

const FETCHING = ['getUpdates'];
const SENDING = ['sendMessage', 'sendPhoto', 'copyMessage', 'editMessageText'];

const weather = (fault, more, methods = SENDING) => ({
  weight: 2,
  strike: async ({ telegram, chance }) => {
    const line = { fault, methods, ...more(chance) };
    await telegram.weather({ add_faults: [line] });
    return JSON.stringify(line);
  },
});

const kill = (weight, pick, downMs) => ({
  weight,
  strike: async (world) => {
    const process_ = pick(world);
    const down = world.chance.between(...downMs);
    await process_.killFor(down);
    return `${process_.name}, down for ${down} ms`;
  },
});

/** Shorter and longer than a lease, a claim and the time after which a process counts as dead. */
const stand = (weight, pick, stillMs) => ({
  weight,
  strike: async (world) => {
    const process_ = pick(world);
    const ms = world.chance.between(...stillMs);
    process_.standStillFor(ms);
    return `${process_.name}, for ${ms} ms`;
  },
});

export const FAULTS = {
  'kill -9 of a worker': kill(4, ({ workers, chance }) => chance.pick(workers), [0, 1500]),
  'kill -9 of the web': kill(2, ({ web }) => web, [0, 1500]),
  'kill -9 of Redis': kill(1, ({ redis }) => redis, [200, 2000]),
  'kill -9 of all at once': {
    weight: 0.5,
    strike: async ({ workers, web, redis, chance }) => {
      const all = [...workers, web, redis];
      const downs = all.map(() => chance.between(0, 1500));
      await Promise.all(all.map((process_, index) => process_.killFor(downs[index])));
      return `down for ${downs.join(', ')} ms`;
    },
  },
  'a worker stands still': stand(1, ({ workers, chance }) => chance.pick(workers), [500, 25_000]),
  'the web stands still': stand(0.5, ({ web }) => web, [500, 15_000]),
  'Redis stands still': stand(0.5, ({ redis }) => redis, [200, 4000]),
  'no updates': weather('502', ({ between }) => ({ count: between(1, 3), html: true }), FETCHING),
  'updates lost on the way': weather('answer lost', ({ between }) => ({ count: between(1, 3) }), FETCHING),
  'updates hung': weather('hung', () => ({ count: 1 }), FETCHING),
  'another takes the updates': {
    weight: 1,
    strike: async ({ telegram }) => {
      await telegram.takeUpdates();
      return 'once';
    },
  },
  'too many requests': weather('429', ({ between }) => ({
    count: between(1, 5),
    retry_after: between(1, 6),
  })),
  'server error': weather('500', ({ between }) => ({ count: between(1, 20) })),
  'bad gateway': weather('502', ({ between }) => ({ count: between(1, 20), html: true })),
  'answer lost': weather('answer lost', ({ between }) => ({ count: between(1, 12) })),
  'reset before acceptance': weather('reset', ({ between }) => ({ count: between(1, 12) })),
  refused: weather('refused', ({ between }) => ({ count: between(1, 12) })),
  slow: weather('slow', ({ between }) => ({ count: between(1, 12), delay_ms: between(200, 4000) })),
  hung: weather('hung', ({ between }) => ({ count: between(1, 3) })),
  'many block the bot': {
    weight: 1,
    strike: async ({ telegram, chance, audience }) => {
      const users = Array.from({ length: 20 }, () => chance.pick(audience));
      for (const user of users) await telegram.act({ user, block: true });
      return users.join(' ');
    },
  },
  'the clock jumps': {
    weight: 1,
    strike: async ({ telegram, chance }) => {
      const ms = chance.between(500, 3_600_000);
      await telegram.advance(ms);
      return `${ms} ms`;
    },
  },
};

/** The name of the next fault. */
export function nextFault({ next }) {
  const total = Object.values(FAULTS).reduce((sum, { weight }) => sum + weight, 0);
  let at = next() * total;
  for (const [name, { weight }] of Object.entries(FAULTS)) {
    at -= weight;
    if (at < 0) return name;
  }
  return 'slow';
}
