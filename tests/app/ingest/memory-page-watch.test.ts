import { memoryPageWatch } from './memory-page-watch.ts';
import { pageWatchFacts } from './page-watch-facts.ts';

pageWatchFacts(memoryPageWatch);
