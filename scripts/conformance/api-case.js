import { answerOf, call, control } from './target.js';
import { difference, expand, show } from './values.js';

/** Runs one call with the steps before it; undefined when it passes, else why not. */
export async function runApiCase(target, one) {
  const saved = {};
  for (const step of one.before ?? []) await runStep(target, expand(step, saved), saved);
  const { status, body } =
    one.http === undefined
      ? await call(target, one.method, expand(one.params ?? {}, saved))
      : await request(target, one.http);
  const { http_status: expectedStatus, ...expected } = expand(one.expect, saved);
  if (expectedStatus !== undefined && expectedStatus !== status) {
    return `expected HTTP ${expectedStatus}, got ${status} ${show(body)}`;
  }
  return difference(expected, body);
}

async function request(target, { verb, path, content_type: type, body }) {
  return answerOf(
    await fetch(target.root + path.replaceAll('{token}', target.token), {
      method: verb,
      ...(body === undefined ? {} : { body, headers: { 'Content-Type': type } }),
    }),
  );
}

async function runStep(target, step, saved) {
  const result = await actOut(target, step);
  if (step.save !== undefined) saved[step.save] = result;
}

async function actOut(target, step) {
  if (step.method !== undefined) {
    const { body } = await call(target, step.method, step.params);
    if (!body.ok) throw new Error(`the step ${step.method} failed: ${body.description}`);
    return body.result;
  }
  if (step.as_user !== undefined) {
    const { as_user: user, save: _, ...rest } = step;
    const done = await control(target, 'act', { user, ...rest });
    return done.message ?? done;
  }
  await control(target, 'weather', { faults: [faultOf(step)] });
  return undefined;
}

function faultOf(step) {
  if (/flood/.test(step.sandbox)) return { fault: '429', retry_after: step.retry_after, count: 1 };
  const code = /\b(500|502)\b/.exec(step.sandbox)?.[1];
  if (code === undefined) throw new Error(`the step "${step.sandbox}" is not understood`);
  return { fault: code, count: 1 };
}
