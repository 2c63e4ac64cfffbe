import { type Versioned, versionOf } from '../../../domain/archive/same-story.ts';
import { shortHash } from '../../../domain/article/fingerprint.ts';
import type { RedisKeys } from '../keys.ts';

/** Where a key of a story stands: buckets of a hundred fields take a fifth of the memory of keys of their own. */
export type StoryPlace = { readonly bucket: string; readonly field: string };

/** Three digits to the base 36: 46,656 buckets. The last ones of a hash, whose first ones are uneven. */
const BUCKET_DIGITS = 3;

/** A story has a handful of addresses; more are a mistake of a page. */
const MOST_ADDRESSES = 8;
const MOST_BANDS = 32;

/** Two texts that are only alike are one story within this time; so bands are looked for in this epoch and the last. */
const EPOCH_MS = 14 * 86_400_000;
/** Buckets of bands are kept until no epoch looks into them any more. */
export const BANDS_KEPT_SECONDS: number = (3 * EPOCH_MS) / 1000;

export type StoryPlaces = {
  /** Address, id, words and version: known for ever. */
  readonly lasting: readonly StoryPlace[];
  /** Bands of this epoch. */
  readonly bands: readonly StoryPlace[];
  /** Bands of the epoch before: looked into, never written. */
  readonly earlierBands: readonly StoryPlace[];
};

/** Every place at which a story is looked up and noted. */
export function storyPlaces(keys: RedisKeys, story: Versioned, nowMs: number): StoryPlaces {
  const { addresses, guid, exact, bands } = story.keys;
  const lasting = [
    ...addresses.slice(0, MOST_ADDRESSES).map(addressField),
    ...(guid === undefined ? [] : [`guid ${guid}`]),
    `exact ${exact}`,
    versionField(story),
  ];
  const epoch = Math.floor(nowMs / EPOCH_MS);
  const inEpoch = (of: number): readonly StoryPlace[] =>
    bands.slice(0, MOST_BANDS).map((band) => placeOf((bucket) => keys.bands(of, bucket), band));
  return {
    lasting: lasting.map((key) => placeOf(keys.stories, key)),
    bands: inEpoch(epoch),
    earlierBands: inEpoch(epoch - 1),
  };
}

/** Where one version of a story is noted, so that a version that comes back is known for an old one. */
export function versionPlace(keys: RedisKeys, story: Versioned): StoryPlace {
  return placeOf(keys.stories, versionField(story));
}

/** Where an address is noted; `address` is canonical and hashed, as in `StoryKeys`. */
export function addressPlace(keys: RedisKeys, address: string): StoryPlace {
  return placeOf(keys.stories, addressField(address));
}

function addressField(address: string): string {
  return `address ${address}`;
}

function versionField(story: Versioned): string {
  return `version ${versionOf(story)}`;
}

function placeOf(keyOf: (bucket: string) => string, key: string): StoryPlace {
  const hash = shortHash(key);
  return { bucket: keyOf(hash.slice(-BUCKET_DIGITS)), field: hash.slice(0, -BUCKET_DIGITS) };
}
