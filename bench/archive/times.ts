import type { Redis } from 'ioredis';

/** Of each question; those that come first also compile the code. */
const ASKED = 540;
const UNCOUNTED = 40;

/** In milliseconds. `redis` is what Redis worked, `cpu` what both sides did: it tells the same on a busy machine. */
export type Times = {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly redisP99: number;
  readonly cpu: number;
  readonly cpuP99: number;
};

export function shown({ p50, p99, most, redisP99, cpu, cpuP99 }: Times): string {
  const [half, rare, worst] = [p50, p99, most].map((ms) => ms.toFixed(1));
  const work = `work ${cpu.toFixed(1)}, p99 ${cpuP99.toFixed(1)}`;
  return `p50 ${half} ms, p99 ${rare} ms, most ${worst} ms; of Redis p99 ${redisP99.toFixed(1)} ms; ${work} ms`;
}

export async function timesOf(redis: Redis, ask: () => Promise<unknown>): Promise<Times> {
  const waits: number[] = [];
  const inRedis: number[] = [];
  const works: number[] = [];
  for (let i = 0; i < ASKED; i++) {
    const [before, ours] = [await redisWorkMs(redis), process.cpuUsage()];
    const startedAt = performance.now();
    await ask();
    const wait = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(ours);
    const redisMs = (await redisWorkMs(redis)) - before;
    if (i < UNCOUNTED) continue;
    waits.push(wait);
    inRedis.push(redisMs);
    works.push((user + system) / 1_000 + redisMs);
  }
  return {
    p50: percentile(waits, 0.5),
    p99: percentile(waits, 0.99),
    most: percentile(waits, 1),
    redisP99: percentile(inRedis, 0.99),
    cpu: works.reduce((sum, work) => sum + work, 0) / works.length,
    cpuP99: percentile(works, 0.99),
  };
}

function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** What its main thread has worked since it started. */
async function redisWorkMs(redis: Redis): Promise<number> {
  const info = await redis.info('cpu');
  const seconds = (kind: string): number =>
    Number(new RegExp(`used_cpu_${kind}_main_thread:([\\d.]+)`).exec(info)?.[1] ?? 0);
  return 1_000 * (seconds('user') + seconds('sys'));
}
