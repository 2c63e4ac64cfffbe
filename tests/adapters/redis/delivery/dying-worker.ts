/**
 * A worker that ends itself with SIGKILL at one step, as a machine does: no handler runs, nothing is written down.
 * Started by the tests with its task and the step as JSON.
 */
import { runWorker, type WorkerTask } from './worker.ts';

const [task, dieAt] = JSON.parse(process.argv[2] ?? '') as [WorkerTask, string];
const reach = (step: string): void => {
  if (step === dieAt) process.kill(process.pid, 'SIGKILL');
};
await runWorker(task, reach, new AbortController().signal);
