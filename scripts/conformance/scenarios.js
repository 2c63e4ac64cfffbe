import { pollScenarios } from './poll-scenarios.js';
import { webhookScenarios } from './webhook-scenarios.js';
import { worldScenarios } from './world-scenarios.js';

const SCENARIOS = { ...pollScenarios, ...webhookScenarios, ...worldScenarios };

/** Scenarios are told in words; what each of them means is written down here, by its id. */
export async function runScenario(target, { id }) {
  const run = SCENARIOS[id];
  return run === undefined ? 'the runner does not know this scenario' : run(target);
}
