import { describe, expect, it } from 'vitest';
import { destinationOf } from '../../src/sandbox/page/wire/deep-link.ts';

const world = {
  bots: [{ id: 42, username: 'harbour_bot', first_name: 'Harbour', commands: {} }],
  chats: [{ id: -1001, type: 'channel' as const, title: 'Harbour', username: 'harbour' }],
};

describe('a link on the page', () => {
  it.each([
    ['https://t.me/harbour_bot?start=quotes-7', { kind: 'start', payload: 'quotes-7' }],
    ['http://telegram.me/Harbour_Bot?start=x', { kind: 'start', payload: 'x' }],
    ['tg://resolve?domain=harbour_bot&start=x', { kind: 'start', payload: 'x' }],
    ['t.me/harbour_bot?start=', { kind: 'start', payload: '' }],
    ['https://t.me/harbour_bot', { kind: 'bot' }],
    ['https://t.me/harbour', { kind: 'chat', chat: -1001 }],
    ['https://t.me/harbour/12', { kind: 'chat', chat: -1001, messageId: 12 }],
  ])('%s stays in the sandbox', (address, destination) => {
    expect(destinationOf(address, world)).toEqual(destination);
  });

  it.each([
    ['https://t.me/somebody_else', 'https://t.me/somebody_else'],
    ['example.org/ferry', 'http://example.org/ferry'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ])('%s leads out', (address, url) => {
    expect(destinationOf(address, world)).toEqual({ kind: 'web', url });
  });

  it.each(['javascript:alert(1)', 'data:text/html,<script>', 'file:///etc/passwd', 'http://'])(
    '%s leads nowhere',
    (address) => {
      expect(destinationOf(address, world)).toEqual({ kind: 'nowhere' });
    },
  );
});
