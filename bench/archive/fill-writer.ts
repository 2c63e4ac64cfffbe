import { parentPort, workerData } from 'node:worker_threads';
import { commitArguments } from '../../src/adapters/redis/archive/admit.ts';
import { batch, type Command } from '../../src/adapters/redis/archive/batch.ts';
import { type ArchiveContext, archiveContext } from '../../src/adapters/redis/archive/context.ts';
import { type ArchiveRecord, pack } from '../../src/adapters/redis/archive/record.ts';
import { storyPlaces } from '../../src/adapters/redis/archive/story-index.ts';
import { indexArticles } from '../../src/adapters/redis/archive/write-indexes.ts';
import { connectRedis } from '../../src/adapters/redis/connect.ts';
import { redisKeys } from '../../src/adapters/redis/keys.ts';
import type { Piece } from './fill.ts';
import { BOT, SILENT, worldArticle } from './world.ts';

type Made = { readonly records: readonly ArchiveRecord[]; readonly commands: readonly Command[] };

/**
 * Puts articles into the archive by its own records, its admitting script and its index writer, many in one round trip;
 * only the look for the same story is left out.
 */
function writePieces(path: string): void {
  let nowMs = 0;
  const redis = connectRedis(`unix://${path}`, { log: SILENT });
  const context = archiveContext({ redis, keys: redisKeys(BOT), clock: { now: () => nowMs } });
  let made: Made = { records: [], commands: [] };
  const write = async ({ records, commands }: Made): Promise<void> => {
    await batch(redis, commands);
    await indexArticles(
      context,
      records.map((record) => ({ record })),
    );
  };
  parentPort?.on('message', (told: Piece | 'write') => {
    if (told === 'write') {
      void write(made).then(() => parentPort?.postMessage('written'));
      return;
    }
    made = make(context, told, (ms) => {
      nowMs = ms;
    });
    parentPort?.postMessage('made');
  });
}

function make(context: ArchiveContext, { from, to, last }: Piece, setNow: (ms: number) => void): Made {
  const { keys } = context;
  const records: ArchiveRecord[] = [];
  const commands: Command[] = [];
  for (let n = from; n < to; n++) {
    const { article, keys: storyKeys } = worldArticle(n, last);
    setNow(article.sortAtMs);
    const record = { article, keys: { ...storyKeys, bands: [] }, number: n + 1 };
    const places = storyPlaces(keys, { article, keys: storyKeys }, article.sortAtMs);
    const script = commitArguments(context, record, places, { channels: [], others: new Set() });
    records.push(record);
    commands.push(['set', keys.article(article.id), pack(record)]);
    commands.push(['archive-admit', script.keys.length, ...script.keys, ...script.args]);
  }
  return { records, commands };
}

writePieces(String(workerData));
