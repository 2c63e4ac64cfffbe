import { describe, expect, it } from 'vitest';
import { type Press, readPress, writePress } from '../../../src/app/conversation/callback.ts';
import type { BroadcastId } from '../../../src/app/ports/delivery.ts';
import type { ArticleId } from '../../../src/domain/article/article.ts';

const id = 'abcDEF012-_ghiJKL345xyzZ' as ArticleId;
const broadcast = '01hz-b' as BroadcastId;

const presses: readonly Press[] = [
  { kind: 'latest', offset: 10, size: 5 },
  { kind: 'story', id },
  { kind: 'quotes in', id, offset: 5 },
  { kind: 'quote', id, index: 7 },
  { kind: 'quotes by', key: 'k'.repeat(32), offset: 120 },
  { kind: 'quotes on', topic: 'ferry: the strike', offset: 0 },
  { kind: 'background to', id },
  { kind: 'background to', id, page: 2 },
  { kind: 'background of', key: 'mara-quill', offset: 0 },
  { kind: 'background of', key: 'mara-quill', offset: 12 },
  { kind: 'background on', topic: 'harbour: bridge', offset: 0 },
  { kind: 'background on', topic: 'harbour: bridge', offset: 6 },
  { kind: 'draft', what: 'send', id: broadcast },
  { kind: 'broadcast', what: 'pause', id: broadcast },
  { kind: 'broadcast again', id: broadcast },
  { kind: 'queue', channel: '@aldwick_courier', offset: 8 },
  { kind: 'queued', channel: `@${'a'.repeat(32)}`, id },
  { kind: 'move', what: 'release', channel: `@${'a'.repeat(32)}`, id },
  { kind: 'move', what: 'drop', channel: '-1001234567890123', id },
  { kind: 'decide', what: 'post it', channel: '-1001234567890123', id },
  { kind: 'decide', what: 'it is there', channel: '@aldwick_courier', id },
];

describe('a button', () => {
  it.each(presses)('carries $kind there and back within 64 bytes', (press) => {
    const data = writePress(press);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    expect(readPress(data)).toEqual(press);
  });

  it('carries as much of a long topic as fits, on whole characters', () => {
    const data = writePress({ kind: 'background on', topic: 'é'.repeat(80), offset: 0 });
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    expect(readPress(data)).toMatchObject({ kind: 'background on', topic: 'é'.repeat(30) });
  });

  it.each(['', 'x', 'l', 'l:a:5', 'qn:-1:k', 'd:boom', 'c:explode:1', 'p:there', ':::', 'qa:9999999:x'])(
    'that no button of ours carries ("%s") means nothing',
    (data) => {
      expect(readPress(data)).toBeUndefined();
    },
  );
});
