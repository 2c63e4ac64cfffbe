import got, { HTTPError } from 'got';
import * as v from 'valibot';
import type { Log } from '../../app/ports/clock.ts';
import type { Encyclopedia, Lookup } from '../../app/ports/encyclopedia.ts';
import { isSameName } from '../../domain/background/same-name.ts';

export type WikipediaOptions = {
  /** With `{language}` in place of the language: `https://{language}.wikipedia.org`. */
  readonly root: string;
  readonly userAgent: string;
  readonly log: Log;
  readonly deadlineMs?: number;
};

/** A reader waits for it. */
const DEADLINE_MS = 3_000;
const LICENCE = 'CC BY-SA 4.0';

const SUMMARY = v.object({
  type: v.string(),
  title: v.string(),
  extract: v.pipe(v.string(), v.nonEmpty()),
  content_urls: v.object({ desktop: v.object({ page: v.pipe(v.string(), v.url()) }) }),
});

/** Wikipedia's page summaries: https://en.wikipedia.org/api/rest_v1/#/Page%20content/get_page_summary__title_ */
export function createWikipedia(options: WikipediaOptions): Encyclopedia {
  const { root, userAgent, log, deadlineMs = DEADLINE_MS } = options;
  return {
    look: async (name, language) => {
      const base = root.replace('{language}', language.split('-')[0] ?? 'en').replace(/\/+$/, '');
      const page = encodeURIComponent(name.replaceAll(' ', '_'));
      try {
        const answer = await got(`${base}/api/rest_v1/page/summary/${page}`, {
          headers: { 'user-agent': userAgent, accept: 'application/json' },
          timeout: { request: deadlineMs },
          retry: { limit: 0 },
          maxRedirects: 3,
        });
        return readEntry(name, answer.body);
      } catch (err) {
        if (err instanceof HTTPError && err.response.statusCode === 404) return { kind: 'none' };
        log.warn({ err, name }, 'The encyclopedia could not be asked');
        return { kind: 'failed' };
      }
    },
  };
}

function readEntry(name: string, body: string): Lookup {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), SUMMARY), body);
  if (!result.success) return { kind: 'none' };
  const { type, title, extract, content_urls } = result.output;
  if (type !== 'standard' || !isSameName(name, title)) return { kind: 'none' };
  return { kind: 'found', entry: { title, extract, url: content_urls.desktop.page, licence: LICENCE } };
}
