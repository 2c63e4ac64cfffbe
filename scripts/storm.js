#!/usr/bin/env node
/**
 * `npm run storm [-- --seed N --faults N --subscribers N --minutes N --hurry]`: two workers, a web, a Redis with an
 * append-only file and the sandbox, all real processes. While articles come, commands are typed and a broadcast runs,
 * faults of every kind strike. At the end Telegram's own transcript is held against the ledger. The same seed brings the
 * same faults in the same order. Ends with 1 when a promise was broken.
 */
import './setup-node.js';

const { parseArgs } = await import('node:util');
const { exitWith, setUp } = await import('./setup.js');

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    faults: { type: 'string', default: '200' },
    subscribers: { type: 'string', default: '20000' },
    minutes: { type: 'string', default: '5' },
    // What is in hand counts as lost at once, instead of after its time: for the tests.
    hurry: { type: 'boolean', default: false },
  },
});

await setUp({ programs: ['redis'] }).catch(exitWith);
const { runStorm } = await import('./storm/run.js');
const isKept = await runStorm(
  {
    seed: Number(values.seed),
    faults: Number(values.faults),
    subscribers: Number(values.subscribers),
    stormMs: Number(values.minutes) * 60_000,
    hurry: values.hurry,
  },
  (line) => process.stdout.write(`${line}\n`),
).catch(exitWith);
process.exit(isKept ? 0 : 1);
