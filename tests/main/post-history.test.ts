import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readMessages } from '../../src/adapters/messages/fluent-messages.ts';
import { stepWords } from '../../src/app/conversation/post-history.ts';

const ROOT = join(import.meta.dirname, '../..');
const messages = readMessages(new URL('../../messages/', import.meta.url));

/** Every sentence that the ledger writes into the history of a post, as its source has it. */
function written(): readonly string[] {
  const scripts = join(ROOT, 'src/adapters/redis/scripts');
  const lua = readdirSync(scripts)
    .filter((name) => name.startsWith('delivery-post-'))
    .map((name) => readFileSync(join(scripts, name), 'utf8'))
    .join('\n')
    .replaceAll("\\'", '’');
  const lines = lua.split('\n').filter((line) => /\bnote\('|\bnote\(article|now \.\. ' \w/.test(line));
  const quoted = lines.flatMap((line) =>
    [...line.matchAll(/'( ?[a-z][^']+)'/g)].map(([, text = '']) => text),
  );
  const sentences = quoted.map((text) => text.replace('\\n', '').replaceAll('’', "'").trim());
  return [...new Set(sentences)].filter((text) => text.includes(' '));
}

it('every step that the ledger writes down is said in Spanish too, and in English as it stands', () => {
  const steps = written();
  expect(steps).toContain("taken in hand at an editor's word");
  expect(steps.length).toBeGreaterThan(8);
  for (const step of steps) {
    expect(stepWords(messages.in('en'), step)).toBe(step);
    expect(stepWords(messages.in('es'), step)).not.toBe(step);
  }
});

it.each([
  ['sent as message 12', 'enviado como mensaje 12'],
  ['no answer: the connection failed', 'sin respuesta: the connection failed'],
  ['retracted: wrong name (deleted)', 'retirado: wrong name (deleted)'],
  ['a step of another day', 'a step of another day'],
])('“%s” is “%s”', (step, said) => expect(stepWords(messages.in('es'), step)).toBe(said));
