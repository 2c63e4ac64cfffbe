import { describe, expect, it } from 'vitest';
import { refusalReason } from '../../src/sandbox/page/weather/refusal-reason.ts';
import type { TranscriptLine } from '../../src/sandbox/page/wire/transcript.ts';

function refused(
  error_code: number,
  description: string,
  parameters?: { retry_after: number },
): TranscriptLine {
  const answer = { ok: false, error_code, description, ...(parameters === undefined ? {} : { parameters }) };
  return { time: 0, method: 'sendMessage', accepted: false, delivered: true, status: error_code, answer };
}

describe('the reason of a refusal', () => {
  it('is not given for what went well', () => {
    const line = { time: 0, method: 'sendMessage', accepted: true, delivered: true, answer: { ok: true } };
    expect(refusalReason(line)).toBeUndefined();
  });

  it.each([
    [403, 'Forbidden: bot was blocked by the user', /has blocked the bot/],
    [403, 'Forbidden: user is deactivated', /was deleted/],
    [403, "Forbidden: bot can't initiate conversation with a user", /never pressed Start/],
    [400, 'Bad Request: chat not found', /No chat has this id/],
    [400, 'Bad Request: message is too long', /4,096/],
    [400, 'Bad Request: message caption is too long', /1,024/],
    [400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 3", /formatting/],
    [409, 'Conflict: terminated by other getUpdates request; make sure that only one bot', /Another copy/],
    [401, 'Unauthorized', /token/],
    [400, 'Bad Request: something never seen', /mistake in the request/],
  ])('is told in words for %i %s', (code, description, words) => {
    expect(refusalReason(refused(code, description))).toMatch(words);
  });

  it('says how long to wait', () => {
    const line = refused(429, 'Too Many Requests: retry after 7', { retry_after: 7 });
    expect(refusalReason(line)).toContain('7 s');
  });

  it('tells an answer that was lost from a request that never arrived', () => {
    const lost = { time: 0, method: 'sendMessage', accepted: true, delivered: false, fault: 'answer lost' };
    const reset = { time: 0, method: 'sendMessage', accepted: false, delivered: false, fault: 'reset' };
    expect(refusalReason(lost)).toMatch(/^Telegram did it/);
    expect(refusalReason(reset)).toMatch(/before Telegram did anything/);
  });

  it('is given for a web page in place of an answer', () => {
    const line = { ...refused(502, ''), answer: '<html>' };
    expect(refusalReason(line)).toMatch(/web page/);
  });
});
