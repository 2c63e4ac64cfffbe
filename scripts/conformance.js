/** `node scripts/conformance.js --cases FILE [--root URL] [--only TEXT]`: how far a Bot API server behaves as the cases say. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { runApiCase } from './conformance/api-case.js';
import { runDetectCase, runFixCase, runParseCase } from './conformance/formatting-case.js';
import { runScenario } from './conformance/scenarios.js';
import { createTarget } from './conformance/target.js';

const USAGE = 'Usage: node scripts/conformance.js --cases FILE [--root URL] [--only TEXT]';

const HELP = `${USAGE}

Runs cases of calls, formatting and timing and tells which fail and why; ends with 1 when one does.
  --cases FILE  JSON with a world and the lists api, parse, fix, detect, scenarios
  --root URL    any Bot API server with the control paths of docs/sandbox.md; without it a sandbox of its own
  --only TEXT   cases whose id contains this`;

const KINDS = {
  api: runApiCase,
  parse: runParseCase,
  fix: runFixCase,
  detect: runDetectCase,
  scenarios: runScenario,
};

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        cases: { type: 'string' },
        root: { type: 'string' },
        only: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help === true) {
      console.log(HELP);
      process.exit(0);
    }
    if (values.cases === undefined) throw new Error('--cases is missing');
    return values;
  } catch (error) {
    console.error(`${error.message}. ${USAGE}`);
    process.exit(2);
  }
}

async function runKind(kind, cases, target) {
  let passed = 0;
  for (const one of cases) {
    await target.reset(kind);
    const why = await KINDS[kind](target, one).catch((error) => error.message);
    if (why === undefined) passed += 1;
    else console.log(`✗ ${kind} ${one.id}: ${why}`);
  }
  return { kind, passed, total: cases.length };
}

const { cases: path, root, only } = readOptions();
const file = JSON.parse(await readFile(path, 'utf8'));
const target = await createTarget({ root, world: file.world });
const totals = [];
for (const kind of Object.keys(KINDS)) {
  const cases = (file[kind] ?? []).filter(({ id }) => only === undefined || id.includes(only));
  if (cases.length > 0) totals.push(await runKind(kind, cases, target));
}
await target.close();
for (const { kind, passed, total } of totals) {
  console.log(`${kind}: ${passed} of ${total} (${((100 * passed) / total).toFixed(1)} %)`);
}
process.exitCode = totals.every(({ passed, total }) => passed === total) ? 0 : 1;
