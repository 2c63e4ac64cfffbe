import { createFetcher } from '../adapters/feeds/fetcher.ts';
import { readBytes } from '../adapters/feeds/read-bytes.ts';
import { downloadFile } from '../adapters/telegram/download-file.ts';
import { createIntake } from '../app/ingest/take-from-editor.ts';
import type { Intake } from '../app/ports/intake.ts';
import { admitting } from './admitting.ts';
import { hostOf, USER_AGENT } from './fetching.ts';
import type { Parts } from './parts.ts';
import { readAddress } from './read-source.ts';

/** What editors send, read and taken in. Of the operator's own network only what the operator named is reached. */
export function editorIntake(
  parts: Pick<
    Parts,
    'archive' | 'clock' | 'log' | 'newId' | 'metrics' | 'config' | 'furniture' | 'fates' | 'api'
  >,
): Intake {
  const { api, config, fates, clock } = parts;
  const admit = admitting(parts);
  return createIntake({
    fates,
    clock,
    admit: (article, source, keys) => admit(article, source, { keys }),
    readAddress: async (url) => {
      const fetcher = createFetcher({ userAgent: USER_AGENT, allowHosts: config.feeds.map(hostOf) });
      try {
        return await readAddress(fetcher, url);
      } finally {
        fetcher.close();
      }
    },
    readText: (text) => readBytes(Buffer.from(text), { name: 'The message' }),
    readFile: (file, bytes) =>
      readBytes(bytes, {
        name: file.name,
        ...(file.mimeType === undefined ? {} : { contentType: file.mimeType }),
      }),
    download: (file) => downloadFile(api, config, file),
  });
}
