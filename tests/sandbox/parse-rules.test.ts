import { describe, expect, it } from 'vitest';
import type { Entity, Parsed } from '../../src/sandbox/formatting/entity.ts';
import { parserOf } from '../../src/sandbox/formatting/parse.ts';

/** One entity in a line: type, offset, length, and what else it says. */
function lineOf({ type, offset, length, ...more }: Entity): string {
  return [type, offset, length, ...Object.values(more)].join(' ');
}

function parse(mode: string, source: string): Parsed {
  const parser = parserOf(mode);
  if (parser === undefined) throw new Error(`There is no parser for ${mode}`);
  return parser(source);
}

function shown(mode: string, source: string): [string, string[]] | string {
  const parsed = parse(mode, source);
  return 'error' in parsed ? parsed.error : [parsed.text, parsed.entities.map(lineOf)];
}

describe('HTML', () => {
  it.each<[string, string, string[]]>([
    ['<B>late</B>', 'late', ['bold 0 4']],
    ['<strong>a</strong><em>b</em>', 'ab', ['bold 0 1', 'italic 1 1']],
    ['<ins>a</ins> <del>b</del>', 'a b', ['underline 0 1', 'strikethrough 2 1']],
    ['<tg-spoiler>a</tg-spoiler>', 'a', ['spoiler 0 1']],
    ['<span class="tg-spoiler">a</span>', 'a', ['spoiler 0 1']],
    ['<b>a<i>b</i></b>', 'ab', ['bold 0 2', 'italic 1 1']],
    ['<b>a</>', 'a', ['bold 0 1']],
    ['<b></b>a', 'a', []],
    ['<b class=x>a</b>', 'a', ['bold 0 1']],
    ['🚢 <b>ferry</b>', '🚢 ferry', ['bold 3 5']],
    ['&lt;b&gt; &amp; &quot;c&quot; &apos;', '<b> & "c" &apos;', []],
    ['&#8364;&#x20ac &#0;', '€€ &#0;', []],
    ['<a href="harbour.example">x</a>', 'x', ['text_link 0 1 http://harbour.example/']],
    ['<a href=Harbour.example>x</a>', 'x', ['text_link 0 1 http://harbour.example/']],
    [
      '<a href="https://harbour.example/a?b=1&amp;c=2">x</a>',
      'x',
      ['text_link 0 1 https://harbour.example/a?b=1&c=2'],
    ],
    ['<a href="no address">x</a>', 'x', []],
    [
      '<a href="harbour.example/late ferry ">x</a>',
      'x',
      ['text_link 0 1 http://harbour.example/late%20ferry'],
    ],
    ['<a href="http://Harbour.example:0080?a">x</a>', 'x', ['text_link 0 1 http://harbour.example:80/?a']],
    [
      '<a href="https://mara:k@harbour.example">x</a>',
      'x',
      ['text_link 0 1 https://mara:k@harbour.example/'],
    ],
    ['<a href="harbour.example:70000">x</a>', 'x', []],
    ['<a href="ftp://harbour.example">x</a>', 'x', []],
    ['<a href="harb<our.example">x</a>', 'x', []],
    ['<a href="http://[::1]/a">x</a>', 'x', ['text_link 0 1 http://[::1]/a']],
    ['<a href="tg:resolve?domain=harbour">x</a>', 'x', ['text_link 0 1 tg://resolve?domain=harbour']],
    ['<a href="TG://Settings">x</a>', 'x', ['text_link 0 1 tg://settings/']],
    ['<a href="tonsite://harbour.ton/a">x</a>', 'x', ['text_link 0 1 tonsite://harbour.ton/a']],
    ['<a href="tg://user?id=07">x</a>', 'x', ['text_link 0 1 tg://user?id=07']],
    ['<span class="tg-spoiler" class="wide">a</span>', 'a', ['spoiler 0 1']],
    ['<a>harbour.example</a>', 'harbour.example', ['text_link 0 15 http://harbour.example/']],
    ['<a href="tg://user?id=7">Mara</a>', 'Mara', ['text_mention 0 4 7']],
    ['<code>a</code><pre>b</pre>', 'ab', ['code 0 1', 'pre 1 1']],
    ['<pre><code class="language-ts">a</code></pre>', 'a', ['pre 0 1 ts']],
    ['<blockquote>a</blockquote>', 'a', ['blockquote 0 1']],
    ['<blockquote expandable>a</blockquote>', 'a', ['expandable_blockquote 0 1']],
    ['<tg-emoji emoji-id="12345">🚢</tg-emoji>', '🚢', ['custom_emoji 0 2 12345']],
  ])('reads %s', (source, text, entities) => {
    expect(shown('HTML', source)).toEqual([text, entities]);
  });

  it.each([
    ['<b>a', `Can't find end tag corresponding to start tag "b"`],
    ['ü<b>a</i>', 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['🚢<u', 'Unclosed start tag at byte offset 4'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['<h1>a</h1>', 'Unsupported start tag "h1" at byte offset 0'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a href=https://a.example>x</a>', 'Unexpected end of name token at byte offset 8'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
  ])('refuses %s', (source, error) => {
    expect(shown('HTML', source)).toBe(error);
  });
});

describe('MarkdownV2', () => {
  it.each<[string, string, string[]]>([
    [
      '*a* _b_ __c__ ~d~ ||e||',
      'a b c d e',
      ['bold 0 1', 'italic 2 1', 'underline 4 1', 'strikethrough 6 1', 'spoiler 8 1'],
    ],
    ['*a _b_*', 'a b', ['bold 0 3', 'italic 2 1']],
    ['a\\. \\*b\\*', 'a. *b*', []],
    ['`a*b`', 'a*b', ['code 0 3']],
    ['```ts\na\n```', 'a\n', ['pre 0 2 ts']],
    ['```\na```', 'a', ['pre 0 1']],
    ['[x](harbour.example)', 'x', ['text_link 0 1 http://harbour.example/']],
    ['[x](tg://user?id=7)', 'x', ['text_mention 0 1 7']],
    ['![🚢](tg://emoji?id=12345)', '🚢', ['custom_emoji 0 2 12345']],
    ['>a\n>b\nc', 'a\nb\nc', ['blockquote 0 4']],
    ['>a\n>b||', 'a\nb', ['expandable_blockquote 0 3']],
    ['>a\n**>b', 'a\nb', ['blockquote 0 2', 'blockquote 2 1']],
    ['>>a\n>>b', 'a\nb', ['blockquote 0 3']],
    ['a\\\n>b', 'a\nb', ['blockquote 2 1']],
  ])('reads %j', (source, text, entities) => {
    expect(shown('MarkdownV2', source)).toEqual([text, entities]);
  });

  it.each([
    ['a.', String.raw`Character '.' is reserved and must be escaped with the preceding '\'`],
    ['a > b', String.raw`Character '>' is reserved and must be escaped with the preceding '\'`],
    ['ü*a', "Can't find end of Bold entity at byte offset 2"],
    ['_a', "Can't find end of Italic entity at byte offset 0"],
    ['`a', "Can't find end of Code entity at byte offset 0"],
    ['```a', "Can't find end of Pre entity at byte offset 0"],
    ['```a\nb', "Can't find end of PreCode entity at byte offset 0"],
    ['[a](b', "Can't find end of a URL at byte offset 4"],
  ])('refuses %j', (source, error) => {
    expect(shown('MarkdownV2', source)).toBe(error);
  });
});

describe('Markdown, the older', () => {
  it.each<[string, string, string[]]>([
    ['*a* _b_ `c`', 'a b c', ['bold 0 1', 'italic 2 1', 'code 4 1']],
    ['[x](harbour.example)', 'x', ['text_link 0 1 http://harbour.example/']],
    ['\\*a\\*', '*a*', []],
    ['a.b-c!', 'a.b-c!', []],
  ])('reads %j', (source, text, entities) => {
    expect(shown('Markdown', source)).toEqual([text, entities]);
  });

  it('refuses a mark without its end', () => {
    expect(shown('Markdown', 'ü*a')).toBe("Can't find end of the entity starting at byte offset 2");
  });
});
