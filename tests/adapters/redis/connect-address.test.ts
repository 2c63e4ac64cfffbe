import { describe, expect, it } from 'vitest';
import { readRedisAddress } from '../../../src/adapters/redis/connect-address.ts';

const here = { kind: 'server', hosts: [{ host: 'h', port: 6379 }], tls: false, db: 0 };

describe('the address of a Redis', () => {
  it.each([
    ['redis://h', here],
    [' redis://h:6380/3 ', { ...here, hosts: [{ host: 'h', port: 6380 }], db: 3 }],
    ['rediss://u:p%40w@h', { ...here, tls: true, username: 'u', password: 'p@w' }],
    ['redis://:only@h', { ...here, password: 'only' }],
    ['redis://[::1]:7000', { ...here, hosts: [{ host: '::1', port: 7000 }] }],
    ['unix:///run/r.sock?db=2', { kind: 'socket', hosts: [], tls: false, db: 2, socketPath: '/run/r.sock' }],
    ['/run/r.sock', { kind: 'socket', hosts: [], tls: false, db: 0, socketPath: '/run/r.sock' }],
    [
      'redis+sentinel://:s@a,b:26380/desk/1',
      {
        kind: 'sentinel',
        hosts: [
          { host: 'a', port: 26379 },
          { host: 'b', port: 26380 },
        ],
        tls: false,
        db: 1,
        master: 'desk',
        password: 's',
      },
    ],
    [
      'rediss+cluster://a:1,b:2',
      {
        kind: 'cluster',
        hosts: [
          { host: 'a', port: 1 },
          { host: 'b', port: 2 },
        ],
        tls: true,
        db: 0,
      },
    ],
  ])('is read from %s', (text, address) => {
    expect(readRedisAddress(text)).toEqual(address);
  });

  it.each([
    'localhost:6379',
    'http://h',
    'redis://',
    'redis://h:0',
    'redis://h:99999',
    'redis://h/one',
    'redis://a,b',
    'redis+sentinel://a:26379',
    'redis+cluster://a/3',
    'unix://',
    'redis://u:50%@h',
  ])('is refused when it is %s', (text) => {
    expect(readRedisAddress(text)).toMatchObject({ kind: 'unreadable' });
  });

  it('never tells the password when it cannot be read', () => {
    for (const text of ['redis://u:hunter2@h:port', 'redis:hunter2@h', 'redis://u:hunter2%@h']) {
      expect(JSON.stringify(readRedisAddress(text))).not.toContain('hunter2');
    }
  });
});
