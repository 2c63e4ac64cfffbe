import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from '../../../../src/adapters/redis/archive/record.ts';
import { article, keysFor } from './newsroom.ts';

const made = article({
  title: 'Ferry to Orsa runs again',
  paragraphs: ['The ferry to Orsa runs again, Bo Storm said. “We missed her,” he said.'],
  people: [{ name: 'Bo Storm', role: 'ferryman' }],
  quotes: [['We missed her', 'Bo Storm', 'ferryman']],
});
const record = { article: made, keys: keysFor(made), number: 7 };

describe('a record of the archive', () => {
  it('gives back what was packed, word for word', () => {
    expect(unpack(pack(record))).toEqual(record);
  });

  it('is read in the first form too, in which its place stood among its words', () => {
    const { text, ...rest } = made;
    const body = { text, number: 7, keys: record.keys, profile: { names: [], terms: [] }, article: rest };
    const bytes = Buffer.concat([Buffer.of(1), brotliCompressSync(JSON.stringify(body))]);
    expect(unpack(bytes)).toEqual(record);
  });

  it('of a form that nobody knows is refused with a reason', () => {
    expect(() => unpack(Buffer.of(9, 1, 2))).toThrow(/packed in an unknown way: 9/);
  });
});
