/**
 * Every language says everything: the same keys with the same placeholders as English, no key that the code asks for
 * is missing, and none is there that nothing asks for.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, Visitor } from '@fluent/syntax';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'messages');
const REFERENCE = 'en.ftl';

/** The placeholders and the references of one message. */
class Reading extends Visitor {
  variables = new Set();
  references = new Set();
  visitVariableReference(node) {
    this.variables.add(node.id.name);
  }
  visitMessageReference(node) {
    this.references.add(node.id.name);
  }
}

function readMessages(file) {
  const resource = parse(readFileSync(join(FOLDER, file), 'utf8'), {});
  const messages = new Map();
  const wrong = [];
  for (const entry of resource.body) {
    if (entry.type === 'Junk') wrong.push(`${file}: cannot be read: ${entry.content.split('\n')[0]}`);
    if (entry.type !== 'Message') continue;
    if (messages.has(entry.id.name)) wrong.push(`${file}: ${entry.id.name} is there twice`);
    const reading = new Reading();
    reading.visit(entry);
    messages.set(entry.id.name, reading);
  }
  return { file, messages, wrong };
}

function isSame(a, b) {
  return a.size === b.size && [...a].every((name) => b.has(name));
}

/** What `other` lacks or has too much of beside `reference`. */
function differences(reference, other) {
  const missing = [...reference.messages.keys()]
    .filter((key) => !other.messages.has(key))
    .map((key) => `${other.file}: ${key} is missing`);
  const unknown = [...other.messages.keys()]
    .filter((key) => !reference.messages.has(key))
    .map((key) => `${other.file}: ${key} is not in ${reference.file}`);
  const placeholders = [...other.messages]
    .filter(([key, { variables }]) => {
      const expected = reference.messages.get(key)?.variables;
      return expected !== undefined && !isSame(expected, variables);
    })
    .map(([key]) => `${other.file}: ${key} has other placeholders than in ${reference.file}`);
  return [...missing, ...unknown, ...placeholders];
}

/** All code but the table of the keys, which names every key without saying it. */
function sourceCode() {
  const src = join(ROOT, 'src');
  return readdirSync(src, { recursive: true })
    .filter((name) => name.endsWith('.ts') && name !== join('app', 'ports', 'messages.ts'))
    .map((name) => readFileSync(join(src, name), 'utf8'))
    .join('\n');
}

/** A key is asked for by its whole name, or by a template that its name begins with: `state-${state}`. */
function unused({ file, messages }) {
  const code = sourceCode();
  const literals = new Set(
    [...code.matchAll(/['"`]([a-z][a-z0-9]*(?:-[a-z0-9]+)+)['"`]/g)].map((match) => match[1]),
  );
  const prefixes = [...code.matchAll(/`([a-z][a-z0-9-]*-)\$\{/g)].map((match) => match[1]);
  const referred = new Set([...messages.values()].flatMap(({ references }) => [...references]));
  return [...messages.keys()]
    .filter(
      (key) => !literals.has(key) && !referred.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
    )
    .map((key) => `${file}: nothing asks for ${key}`);
}

const reference = readMessages(REFERENCE);
const others = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ftl') && name !== REFERENCE)
  .map(readMessages);
const wrong = [
  ...[reference, ...others].flatMap((language) => language.wrong),
  ...others.flatMap((other) => differences(reference, other)),
  ...unused(reference),
];
for (const line of wrong) process.stdout.write(`${line}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
