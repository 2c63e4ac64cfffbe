import { decodeText } from '../adapters/feeds/decode.ts';
import { discoverSource } from '../adapters/feeds/discover-source.ts';
import { createFetcher } from '../adapters/feeds/fetcher.ts';
import { exportOpml, importOpml } from '../adapters/feeds/opml.ts';
import type { SourceDesk, SourceStore } from '../app/ports/sources.ts';
import { hostOf, USER_AGENT } from './fetching.ts';

/** The sources as editors change them. Of the operator's own network only what the operator named is reached. */
export function createSourceDesk(store: SourceStore, feeds: readonly string[]): SourceDesk {
  return {
    ...store,
    readList: (bytes) => importOpml(decodeText(bytes, { kind: 'xml' })),
    writeList: (sources) => exportOpml(sources, 'Dateline'),
    discover: async (address) => {
      const fetcher = createFetcher({ userAgent: USER_AGENT, allowHosts: feeds.map(hostOf) });
      try {
        return await discoverSource(fetcher, address);
      } finally {
        fetcher.close();
      }
    },
  };
}
