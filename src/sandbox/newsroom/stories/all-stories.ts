import type { Story } from '../story.ts';
import { bridgeStories } from './bridge.ts';
import { cityStories } from './city.ts';
import { electionStories } from './election.ts';
import { ferryStories } from './ferries.ts';
import { museumStories } from './museum.ts';
import { roversStories } from './rovers.ts';
import { stormStories } from './storm.ts';
import { waterStories } from './water.ts';

/** The whole paper, oldest first. */
export const allStories: readonly Story[] = [
  ...bridgeStories,
  ...ferryStories,
  ...waterStories,
  ...electionStories,
  ...roversStories,
  ...stormStories,
  ...museumStories,
  ...cityStories,
].sort((a, b) => a.publishedAt.localeCompare(b.publishedAt));
