import type { Found } from './detect.ts';

const CANDIDATE = /(?<![.,+\-_\p{L}\d])\d[\d -]{11,}\d/gu;

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
  return [...text.matchAll(CANDIDATE)].flatMap((match) => {
    const written = firstNumber(match[0]);
    const digits = written.replace(/\D/g, '');
    const after = text.slice(match.index + written.length);
    const isCard =
      digits.length >= 13 &&
      digits.length <= 19 &&
      written.length <= 2 * digits.length - 1 &&
      !/^[-_\p{L}]/u.test(after) &&
      passesLuhn(digits) &&
      hasIssuersLength(digits);
    return isCard ? [{ begin: match.index, end: match.index + written.length }] : [];
  });
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
