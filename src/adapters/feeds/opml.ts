import { generateOpml, parseOpml } from 'feedsmith';
import type { Source } from '../../app/ports/sources.ts';
import { webAddress } from './page-document.ts';

type Outline = {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
};

/** So deep are folders within folders followed. */
const DEEPEST = 10;

function sourcesIn(outlines: readonly Outline[], depth = 0): readonly Source[] {
  if (depth > DEEPEST) return [];
  return outlines.flatMap(({ text, title, xmlUrl, outlines: inner = [] }) => {
    const url = webAddress(xmlUrl);
    const name = title ?? text;
    const own: readonly Source[] =
      url === undefined
        ? []
        : [
            {
              ...{ id: url, url, kind: 'feed', startsSilent: true, paused: false },
              ...(name === undefined ? {} : { title: name }),
            },
          ];
    return [...own, ...sourcesIn(inner, depth + 1)];
  });
}

/** The feeds of an OPML file, folders unfolded, each once; undefined when it is no OPML. */
export function importOpml(xml: string): readonly Source[] | undefined {
  try {
    const found = sourcesIn(
      parseOpml(xml.replace(/<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>/i, '')).body?.outlines ?? [],
    );
    return [...new Map(found.map((source) => [source.id, source])).values()];
  } catch {
    return undefined;
  }
}

/** The feeds among the sources as OPML 2.0, for another program to read. */
export function exportOpml(sources: readonly Source[], title: string): string {
  const outlines = sources
    .filter((source) => source.kind === 'feed')
    .map((source) => ({ type: 'rss', text: source.title ?? source.url, xmlUrl: source.url }));
  return generateOpml({ head: { title }, body: { outlines } });
}
