import { afterEach, expect, vi } from 'vitest';

/** A test that logs an error fails: what nobody reads hides what somebody must. */
const errors = vi.spyOn(console, 'error');
const warnings = vi.spyOn(console, 'warn');

afterEach(() => {
  const logged = [...errors.mock.calls, ...warnings.mock.calls];
  errors.mockClear();
  warnings.mockClear();
  expect(logged).toEqual([]);
});
