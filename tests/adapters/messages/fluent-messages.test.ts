import { readFileSync } from 'node:fs';
import { parse, type Resource, Visitor } from '@fluent/syntax';
import { describe, expect, it } from 'vitest';
import { readMessages } from '../../../src/adapters/messages/fluent-messages.ts';
import { MESSAGES } from '../../../src/app/ports/messages.ts';

const folder = new URL('../../../messages/', import.meta.url);
const messages = readMessages(folder);

/** The variables of each message of a file. */
function variablesOf(language: string): Record<string, string[]> {
  const resource: Resource = parse(readFileSync(new URL(`${language}.ftl`, folder), 'utf8'), {});
  const found: Record<string, string[]> = {};
  for (const entry of resource.body) {
    if (entry.type === 'Junk') throw new Error(`${language}.ftl does not parse: ${JSON.stringify(entry)}`);
    if (entry.type !== 'Message') continue;
    const names = new Set<string>();
    const visitor = new (class extends Visitor {
      override visitVariableReference(reference: { id: { name: string } }): void {
        names.add(reference.id.name);
      }
    })();
    visitor.visit(entry);
    found[entry.id.name] = [...names].sort();
  }
  return found;
}

const wanted = Object.fromEntries(Object.entries(MESSAGES).map(([key, names]) => [key, [...names].sort()]));

describe('the messages', () => {
  it('are there in more than one language', () => {
    expect(messages.languages.length).toBeGreaterThan(1);
  });

  it.each(messages.languages)('are complete in "%s", each with its variables', (language) => {
    expect(variablesOf(language)).toEqual(wanted);
  });

  it.each([
    ['es-AR', 'es'],
    ['ES', 'es'],
    ['tlh', 'en'],
    [undefined, 'en'],
  ])('answer a reader whose Telegram speaks %s in "%s"', (tag, language) => {
    expect(messages.languageFor(tag)).toBe(language);
  });

  it('put no isolation marks round what they are given', () => {
    expect(messages.in('en')('post-origin', { publisher: 'The Vale Herald' })).toBe(
      'First published by The Vale Herald',
    );
  });

  it('count as the language counts', () => {
    const say = messages.in('en');
    expect(say('quotes-of-story', { count: 1 })).toBe('One quote in this story');
    expect(say('quotes-of-story', { count: 4 })).toBe('4 quotes in this story');
  });
});
