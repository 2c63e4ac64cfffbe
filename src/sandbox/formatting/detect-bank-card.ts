import type { Found } from './detect.ts';

const RUN = /\d[\d -]*/g;
/** What may not stand before a number; the whole run of digits is none then. */
const BEFORE = /[.,+\-_\p{L}]$/u;

/** Prefix of the number, as a range, and how many digits the issuer gives it. */
const ISSUERS: readonly {
  readonly prefix: readonly [number, number];
  readonly lengths: readonly number[];
}[] = [
  { prefix: [4, 4], lengths: [13, 16, 18, 19] },
  { prefix: [51, 55], lengths: [16] },
  { prefix: [2221, 2720], lengths: [16] },
  { prefix: [34, 34], lengths: [15] },
  { prefix: [37, 37], lengths: [15] },
  { prefix: [62, 62], lengths: [16, 17, 18, 19] },
  { prefix: [81, 81], lengths: [16, 17, 18, 19] },
  { prefix: [2200, 2204], lengths: [16] },
];

/** Whether the costlier search has anything to look for. */
const LIKELY = /\d[\d -]{11}/;

/** Card numbers of 13 to 19 digits that pass the Luhn check and the issuer's length. */
export function findBankCards(text: string): Found[] {
  if (!LIKELY.test(text)) return [];
  const found: Found[] = [];
  RUN.lastIndex = 0;
  for (let match = RUN.exec(text); match !== null; match = RUN.exec(text)) {
    const begin = match.index;
    if (BEFORE.test(text.slice(Math.max(begin - 2, 0), begin))) continue;
    const run = firstNumber(match[0]);
    RUN.lastIndex = begin + run.length;
    const written = run.replace(/[ -]+$/, '');
    const end = begin + written.length;
    if (isCard(written) && !/^[-_\p{L}]/u.test(text.slice(end, end + 2))) found.push({ begin, end });
  }
  return found;
}

function isCard(written: string): boolean {
  const digits = written.replace(/\D/g, '');
  return (
    digits.length >= 13 &&
    digits.length <= 19 &&
    written.length <= 2 * digits.length - 1 &&
    passesLuhn(digits) &&
    hasIssuersLength(digits)
  );
}

/** A number written without gaps ends at the first space. */
function firstNumber(written: string): string {
  return /^\d{16,19}(?= )/.exec(written)?.[0] ?? written;
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function hasIssuersLength(digits: string): boolean {
  const issuer = ISSUERS.find(({ prefix: [from, to] }) => {
    const start = Number(digits.slice(0, String(from).length));
    return start >= from && start <= to;
  });
  return issuer === undefined || issuer.lengths.includes(digits.length);
}
