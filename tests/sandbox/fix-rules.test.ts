import { describe, expect, it } from 'vitest';
import { findKind } from '../../src/sandbox/formatting/detect.ts';
import type { Entity, EntityType } from '../../src/sandbox/formatting/entity.ts';
import { limitEntities } from '../../src/sandbox/formatting/fix-entities.ts';
import { fixText } from '../../src/sandbox/formatting/fix-text.ts';

/** `bold 0 4` as an entity. */
function entityOf(line: string): Entity {
  const [type, offset, length, url] = line.split(' ');
  return {
    type: type as EntityType,
    offset: Number(offset),
    length: Number(length),
    ...(url === undefined ? {} : { url }),
  };
}

function fix(text: string, lines: readonly string[], detect = false): unknown {
  const fixed = fixText({ text, entities: lines.map(entityOf) }, { allowEmpty: false, trim: true, detect });
  if ('error' in fixed) return fixed.error;
  return [fixed.text, fixed.entities.map(({ type, offset, length }) => `${type} ${offset} ${length}`)];
}

describe('a text before it is sent', () => {
  it.each<[string, string, string[], string, string[]]>([
    ['loses white space at its ends', ' \n a \n', [], 'a', []],
    [
      'keeps white space before its end where a style begins with it',
      '  a',
      ['bold 1 2'],
      ' a',
      ['bold 0 2'],
    ],
    ['loses carriage returns, and its entities follow', 'a\r\nb', ['bold 3 1'], 'a\nb', ['bold 2 1']],
    ['has blanks for control characters', 'a\u0007b\tc', [], 'a b c', []],
    ['merges styles that touch', 'abcd', ['bold 0 2', 'bold 2 2'], 'abcd', ['bold 0 4']],
    [
      'cuts a style at the borders of code',
      'abcdef',
      ['bold 0 6', 'code 2 2'],
      'abcdef',
      ['bold 0 2', 'code 2 2', 'bold 4 2'],
    ],
    ['drops a style inside code', 'abc', ['code 0 3', 'bold 1 1'], 'abc', ['code 0 3']],
    [
      'keeps the first of two links that overlap',
      'abcd',
      ['text_link 0 3 http://a.example/', 'text_link 2 2 http://b.example/'],
      'abcd',
      ['text_link 0 3'],
    ],
    ['never nests quotes', 'abcd', ['blockquote 0 4', 'blockquote 1 2'], 'abcd', ['blockquote 0 4']],
    [
      'may have a style in a quote',
      'abcd',
      ['blockquote 0 4', 'bold 1 2'],
      'abcd',
      ['blockquote 0 4', 'bold 1 2'],
    ],
    ['drops entities of no length', 'ab', ['bold 1 0'], 'ab', []],
    ['thins out direction marks', '\u200e\u200f\u200e\u200ca', [], '\u200c\u200c\u200e\u200ca', []],
  ])('%s', (_, text, lines, fixedText, fixedLines) => {
    expect(fix(text, lines)).toEqual([fixedText, fixedLines]);
  });

  it.each<[string, string, string[], string]>([
    ['of white space', ' \n\u00a0', [], 'Text must be non-empty'],
    ['with half a character', 'a\ud83d', [], 'Strings must be encoded in UTF-8'],
    [
      'whose entity begins inside a character',
      '🚢',
      ['bold 1 1'],
      'Entity begins in a middle of a UTF-16 symbol at byte offset 4',
    ],
  ])('is refused %s', (_, text, lines, error) => {
    expect(fix(text, lines)).toBe(error);
  });

  it('has what stands in it found, but not inside links and code', () => {
    const text = '@harbour #late t.me/x /start';
    expect(fix(text, [], true)).toEqual([
      text,
      ['mention 0 8', 'hashtag 9 5', 'url 15 6', 'bot_command 22 6'],
    ]);
    expect(fix(text, ['code 0 28'], true)).toEqual([text, ['code 0 28']]);
  });

  it('keeps a hundred entities, and drops plain styles before links', () => {
    const styles = Array.from({ length: 80 }, (_, index) => entityOf(`bold ${2 * index} 1`));
    const links = Array.from({ length: 40 }, (_, index) =>
      entityOf(`text_link ${200 + 2 * index} 1 http://a.example/`),
    );
    const kept = limitEntities([...styles, ...links]);
    expect([kept.length, kept.filter(({ type }) => type === 'text_link').length]).toEqual([100, 40]);
  });
});

describe('found in a text', () => {
  it.each<[string, string, string[]]>([
    ['mention', 'ask @mara_quill, @abc, @gif or me@harbour', ['@mara_quill', '@gif']],
    ['hashtag', '#fähre2 #2026 a#b #_x', ['#fähre2', '#_x']],
    ['cashtag', '$USD $usd $TOOLONGTAG $EUR.', ['$USD', '$EUR']],
    ['bot_command', '/start@harbour_bot /x/y a/b /help!', ['/start@harbour_bot', '/help']],
    [
      'url',
      'see https://harbour.example/a_(b)?c=1, harbour.com. and a.nosuchtld',
      ['https://harbour.example/a_(b)?c=1', 'harbour.com'],
    ],
    ['email', 'write to desk@harbour.com or a@b', ['desk@harbour.com']],
    ['url', 'not teiegram.org nor https://teiegram.org/a', []],
    ['bank_card', 'pay 4242 4242 4242 4242 not 4242 4242 4242 4243', ['4242 4242 4242 4242']],
    ['bank_card', '4242424242424242 4000056655665556 side by side', ['4242424242424242', '4000056655665556']],
    ['bank_card', 'IBAN x12 4242 4242 4242 4242 goes on', []],
  ])('as %s', (kind, text, strings) => {
    expect(findKind(kind, text)).toEqual(strings);
  });
});
