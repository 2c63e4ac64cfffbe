/** Adds up vitest's JSON reports and prints one line, "N passed, N failed"; a run without a report counts as a failure. */
import { readFileSync } from 'node:fs';

/** A file that fails before its first test has no failed test to count: it counts as one. */
function read(path) {
  try {
    const { numPassedTests, success, testResults } = JSON.parse(readFileSync(path, 'utf8'));
    const failed = testResults
      .filter((file) => file.status === 'failed')
      .map((file) => file.assertionResults.filter((test) => test.status === 'failed').length || 1);
    const sum = failed.reduce((total, count) => total + count, 0);
    // A run can fail without a failed test: it could not begin, or something broke beside the tests.
    return { passed: numPassedTests, failed: sum === 0 && !(success && numPassedTests > 0) ? 1 : sum };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const runs = process.argv.slice(2).map(read);
const total = (key) => runs.reduce((sum, run) => sum + run[key], 0);
process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed\n`);
process.exitCode = total('failed') === 0 && total('passed') > 0 ? 0 : 1;
