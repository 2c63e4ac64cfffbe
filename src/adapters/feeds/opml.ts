import { generateOpml, parseOpml } from 'feedsmith';
import type { Source } from '../../app/ports/sources.ts';
import { webAddress } from './page-document.ts';
import { withoutDoctype } from './xml-scan.ts';

type Outline = {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly type?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
};

/** So deep are folders within folders followed. */
const DEEPEST = 10;

/** What other programs write is a feed; the two others are written by this one. */
function kindOf(type: string | undefined): Source['kind'] {
  return type === 'wordpress' || type === 'sitemap' ? type : 'feed';
}

function sourcesIn(outlines: readonly Outline[], depth = 0): readonly Source[] {
  if (depth > DEEPEST) return [];
  return outlines.flatMap(({ text, title, type, xmlUrl, outlines: inner = [] }) => {
    const url = webAddress(xmlUrl);
    const name = title ?? text;
    const own: readonly Source[] =
      url === undefined
        ? []
        : [
            {
              ...{ id: url, url, kind: kindOf(type), startsSilent: true, paused: false },
              ...(name === undefined ? {} : { title: name }),
            },
          ];
    return [...own, ...sourcesIn(inner, depth + 1)];
  });
}

/** The feeds of an OPML file, folders unfolded, each once; undefined when it is no OPML. */
export function importOpml(xml: string): readonly Source[] | undefined {
  try {
    const found = sourcesIn(parseOpml(withoutDoctype(xml)).body?.outlines ?? []);
    return [...new Map(found.map((source) => [source.id, source])).values()];
  } catch {
    return undefined;
  }
}

/** The sources as OPML 2.0, for another program to read; those that are no feeds say what they are. */
export function exportOpml(sources: readonly Source[], title: string): string {
  const outlines = sources.map(({ kind, title: name, url }) => ({
    type: kind === 'feed' ? 'rss' : kind,
    text: name ?? url,
    xmlUrl: url,
  }));
  return generateOpml({ head: { title }, body: { outlines } });
}
