import { memorySourceStore } from './memory-source-store.ts';
import { sourceStoreFacts } from './source-store-facts.ts';

sourceStoreFacts(memorySourceStore);
