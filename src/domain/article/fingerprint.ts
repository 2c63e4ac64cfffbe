/** 53 bits of a string, as up to 11 letters and digits (cyrb53 by bryc, public domain). Not for secrets. */
export function shortHash(text: string, seed = 0): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** Words in lower case; a sign of a script that does not part words counts as one. */
export function wordsForFingerprint(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? []
  );
}

function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** One of a family of hash functions: multiply, add, stir (the finaliser of MurmurHash3). */
function stir(value: number, row: number): number {
  let x = (Math.imul(value, 0x9e3779b1 + 2 * row * 0x85ebca6b) + Math.imul(row + 1, 0xc2b2ae35)) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** How a text's sketch is cut: two texts meet when all `rows` of one of the `bands` agree. */
export type Banding = { readonly name: string; readonly bands: number; readonly rows: number };

const SHINGLE = 3;

/**
 * MinHash of a text's three-word runs, cut into bands (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, ch. 3).
 * Two texts that share a part `s` of their runs share a band with the chance 1 − (1 − s^rows)^bands.
 */
export function bandsOf(words: readonly string[], banding: Banding): readonly string[] {
  const runs = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i += 1)
    runs.add(hash32(words.slice(i, i + SHINGLE).join(' ')));
  const least = Array.from({ length: banding.bands * banding.rows }, (_none, row) => {
    let min = 0xffffffff;
    for (const run of runs) min = Math.min(min, stir(run, row));
    return min;
  });
  return Array.from({ length: banding.bands }, (_none, band) => {
    const rows = least.slice(band * banding.rows, (band + 1) * banding.rows);
    return `${banding.name}${band}:${shortHash(rows.join(','))}`;
  });
}
