/** What somebody asked of the sandbox that cannot be done; the message is a sentence for them. */
export class Problem extends Error {}

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Problem(`${what} must be an object`);
  }
  return value as Fields;
}

export function numberOf(value: unknown, what: string): number {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw new Problem(`${what} must be a number`);
  return number;
}

export function stringOf(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new Problem(`${what} must be a text`);
  return value;
}

/** A number from 0 to 1; the fallback where there is none. */
export function shareOf(value: unknown, what: string, fallback: number): number {
  if (value === undefined) return fallback;
  const share = numberOf(value, what);
  if (share < 0 || share > 1) throw new Problem(`${what} must be from 0 to 1`);
  return share;
}
