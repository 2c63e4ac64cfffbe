import { describeChanges } from '../../domain/article/describe-changes.ts';
import type { FeedKeys } from '../../domain/article/story-keys.ts';
import type { Admission } from '../ports/archive.ts';
import type { Clock } from '../ports/clock.ts';
import type { Intake, IntakeReading, IntakeResult, SentFile } from '../ports/intake.ts';
import { FATE_OF_ADMISSION, type Fates } from '../ports/sources.ts';

/** The source of what editors send by hand; a route of `dateline.yaml` may name it. */
export const EDITORS = 'editors';

export type TakingFromEditors = {
  readonly readAddress: (url: string) => Promise<IntakeReading>;
  readonly readText: (text: string) => Promise<IntakeReading>;
  readonly readFile: (file: SentFile, bytes: Uint8Array) => Promise<IntakeReading>;
  readonly download: Intake['download'];
  readonly admit: (
    article: Extract<IntakeReading, { kind: 'article' }>['article'],
    source: string,
    keys: Omit<FeedKeys, 'source'>,
  ) => Promise<Admission>;
  readonly fates: Pick<Fates, 'record'>;
  readonly clock: Clock;
};

/** Takes in what an editor sends: what became of it goes on record, as with every other source. */
export function createIntake(taking: TakingFromEditors): Intake {
  const { readAddress, readText, readFile, download } = taking;
  return {
    download,
    address: async (url) => settle(taking, url, await readAddress(url), [url]),
    text: async (text) => settle(taking, firstLineOf(text), await readText(text)),
    file: async (file, bytes) => settle(taking, file.name, await readFile(file, bytes)),
  };
}

async function settle(
  { admit, fates, clock }: TakingFromEditors,
  item: string,
  reading: IntakeReading,
  addresses: readonly string[] = [],
): Promise<IntakeResult> {
  const common = { atMs: clock.now(), source: EDITORS, item };
  if (reading.kind === 'refused') {
    await fates.record({ ...common, what: 'failed', reason: reading.sentence });
    return reading;
  }
  const { article } = reading;
  const { title, url = addresses[0] } = article;
  const admission = await admit(article, EDITORS, { addresses });
  const changes = admission.kind === 'changed' ? describeChanges(admission.before, article) : undefined;
  await fates.record({
    ...common,
    title,
    what: FATE_OF_ADMISSION[admission.kind],
    article: admission.id,
    ...(url === undefined ? {} : { url }),
    ...(changes === undefined ? {} : { reason: changes }),
  });
  return {
    kind: 'taken',
    admission: admission.kind,
    id: admission.id,
    title,
    ...(changes === undefined ? {} : { changes }),
  };
}

/** As much of a text as names it on record. */
function firstLineOf(text: string): string {
  return (text.trim().split('\n', 1)[0] ?? '').slice(0, 200);
}
