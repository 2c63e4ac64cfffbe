#!/usr/bin/env node
/** `npx dateline …`: in a clone that is not set up or not built it does that first, talking on stderr alone. */
import '../scripts/setup-node.js';

const { join } = await import('node:path');
const { exitWith, ROOT, setUp } = await import('../scripts/setup.js');

await setUp({}).catch(exitWith);
process.setSourceMapsEnabled(true);
await import(join(ROOT, 'dist', 'main', 'cli.js'));
