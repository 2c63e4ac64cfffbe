import { control } from './target.js';
import { show } from './values.js';

export async function runParseCase(target, { parse_mode, text, ...expected }) {
  return compare(expected, await control(target, 'parse', { parse_mode, text }));
}

export async function runFixCase(target, { text, entities, allow_empty, trim, detect, ...expected }) {
  return compare(expected, await control(target, 'fix', { text, entities, allow_empty, trim, detect }));
}

export async function runDetectCase(target, { kind, text, expect, expect_emails: emails }) {
  const found = await control(target, 'detect', { kind, text });
  if (show(found) !== show(expect)) return `expected ${show(expect)}, got ${show(found)}`;
  if (emails === undefined) return undefined;
  const addresses = await control(target, 'detect', { kind: 'email', text });
  return show(addresses) === show(emails) ? undefined : `expected ${show(emails)}, got ${show(addresses)}`;
}

/** An expected error may be any. */
function compare({ error, expect_text: text, expect_entities: entities }, result) {
  if (error === true)
    return result.error === undefined ? `expected an error, got ${show(result)}` : undefined;
  if (error !== undefined) {
    return result.error === error ? undefined : `expected the error ${show(error)}, got ${show(result)}`;
  }
  if (result.error !== undefined) return `expected ${show(text)}, got the error ${show(result.error)}`;
  if (result.text !== text) return `expected the text ${show(text)}, got ${show(result.text)}`;
  const [wanted, got] = [entities, result.entities].map((list) => show(list.map(sorted)));
  return wanted === got ? undefined : `expected ${wanted}, got ${got}`;
}

function sorted(entity) {
  return Object.fromEntries(Object.entries(entity).sort(([a], [b]) => a.localeCompare(b)));
}
