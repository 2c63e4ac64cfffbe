/** Numbers as words, in English; `one` is left out, for it counts less often than it points. */
const NUMBER_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 fifteen:15 ' +
    'sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90 ' +
    'half:half dozen:dozen twice:twice double:double triple:triple'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

const SCALES: Readonly<Record<string, string>> = {
  hundred: 'hundred',
  thousand: 'thousand',
  k: 'thousand',
  million: 'million',
  m: 'million',
  mn: 'million',
  billion: 'billion',
  bn: 'billion',
  b: 'billion',
  trillion: 'trillion',
  tn: 'trillion',
  percent: '%',
  'per cent': '%',
  '%': '%',
  pc: '%',
};

const AMOUNT = new RegExp(
  `(?<![\\p{L}\\d])(\\d+(?:[.,]\\d+)*|${Object.keys(NUMBER_WORDS).join('|')})(?:\\s?-?(${Object.keys(SCALES).join('|')})(?!\\p{L}))?(?![\\d])`,
  'giu',
);

/** `1,200.50` is `1200.5`; a comma before three digits parts thousands, another one is a decimal sign. */
function plainNumber(digits: string): string {
  const plain = digits.replaceAll(/,(?=\d{3}(?:\D|$))/g, '').replaceAll(',', '.');
  return plain.includes('.') && /^\d+\.\d+$/.test(plain) ? String(Number(plain)) : plain;
}

/** The numbers of a text with their scale, each as a key, with the words it was written in. */
export function findAmounts(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [whole, number = '', scale] of text.matchAll(AMOUNT)) {
    const lower = number.toLowerCase();
    const value = NUMBER_WORDS[lower] ?? plainNumber(lower);
    found.set(`${value} ${scale === undefined ? '' : (SCALES[scale.toLowerCase()] ?? '')}`, whole);
  }
  return found;
}
