/**
 * What npm has that sums up: run in a thread of its own, since a package that these bring along changes what
 * `Array.prototype.map` does. Posts a list of names and of texts a second.
 */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/** Packages without types; what is called of them is written down here. */
type NodeSummarizer = {
  readonly SummarizerManager: new (
    text: string,
    sentences: number,
  ) => { getSummaryByFrequency: () => unknown };
};
type Lexrank = {
  readonly summarize: (text: string, sentences: number, done: (error: unknown) => void) => void;
};

const SENTENCES = 3;
const require = createRequire(import.meta.url);
const { SummarizerManager } = require('node-summarizer') as NodeSummarizer;
const lexrank = require('lexrank') as Lexrank;

const PEERS: Readonly<Record<string, (text: string) => unknown>> = {
  'node-summarizer': (text) => new SummarizerManager(text, SENTENCES).getSummaryByFrequency(),
  lexrank: (text) => new Promise((resolve) => lexrank.summarize(text, SENTENCES, resolve)),
};

const texts = workerData as readonly string[];
const rates: { name: string; rate: number }[] = [];
for (const [name, summarize] of Object.entries(PEERS)) {
  const startedAt = performance.now();
  for (const text of texts) await summarize(text);
  rates.push({ name, rate: (texts.length / (performance.now() - startedAt)) * 1_000 });
}
parentPort?.postMessage(rates);
