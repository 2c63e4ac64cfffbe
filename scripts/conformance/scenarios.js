export async function runScenario() {
  return 'not written yet';
}
