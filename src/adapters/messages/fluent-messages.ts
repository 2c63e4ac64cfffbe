import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { MessageKey, Messages, Say } from '../../app/ports/messages.ts';

const FALLBACK = 'en';

/**
 * Reads every `<language>.ftl` of a folder, once.
 * @throws when a file does not parse or the fallback language (`en`) is not there.
 */
export function readMessages(folder: URL): Messages {
  const bundles = new Map<string, FluentBundle>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.ftl')) continue;
    const language = file.slice(0, -'.ftl'.length);
    bundles.set(language, bundleOf(language, readFileSync(new URL(file, folder), 'utf8')));
  }
  const fallback = bundles.get(FALLBACK);
  if (fallback === undefined) throw new Error(`The folder ${folder.pathname} has no ${FALLBACK}.ftl`);
  const languages = [FALLBACK, ...[...bundles.keys()].filter((language) => language !== FALLBACK)];
  return {
    languages,
    languageFor: (tag) => nearest(tag, languages),
    in: (language) => sayIn(bundles.get(nearest(language, languages)) ?? fallback),
  };
}

function bundleOf(language: string, source: string): FluentBundle {
  // Isolation marks round variables (U+2068, U+2069) are shown as boxes by some Telegram clients.
  const bundle = new FluentBundle(language, { useIsolating: false });
  const errors = bundle.addResource(new FluentResource(source));
  if (errors.length > 0) throw new Error(`messages/${language}.ftl: ${errors.map(String).join('; ')}`);
  return bundle;
}

function sayIn(bundle: FluentBundle): Say {
  const say = (key: MessageKey, args?: Readonly<Record<string, string | number>>): string => {
    const pattern = bundle.getMessage(key)?.value;
    if (pattern === undefined || pattern === null)
      throw new Error(`No message "${key}" in ${bundle.locales}`);
    return bundle.formatPattern(pattern, args ?? {});
  };
  return say as Say;
}

function nearest(tag: string | undefined, languages: readonly string[]): string {
  const wanted = tag?.toLowerCase().split(/[-_]/)[0] ?? FALLBACK;
  return languages.find((language) => language.toLowerCase() === wanted) ?? FALLBACK;
}
