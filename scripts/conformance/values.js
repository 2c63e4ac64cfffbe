/** Writes out the short forms of long values, and `$name.field` of saved answers. */
export function expand(value, saved = {}) {
  if (typeof value === 'string') return value.startsWith('$') ? lookUp(value, saved) : value;
  if (Array.isArray(value)) return value.map((entry) => expand(entry, saved));
  if (typeof value !== 'object' || value === null) return value;
  if ('repeat' in value && 'times' in value) return repeat(expand(value.repeat, saved), value.times);
  if ('concat' in value) return value.concat.map((part) => expand(part, saved)).join('');
  if ('range' in value) return range(...value.range);
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, expand(entry, saved)]));
}

function repeat(value, times) {
  return typeof value === 'string' ? value.repeat(times) : Array.from({ length: times }, () => value);
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function lookUp(path, saved) {
  const [name, ...fields] = path.slice(1).split('.');
  if (!(name in saved)) return path;
  return fields.reduce((value, field) => value?.[field], saved[name]);
}

/** The first difference between an answer and what must be in it; null means absent. Undefined where there is none. */
export function difference(expected, actual, path = '') {
  if (expected === null) return actual === undefined || actual === null ? undefined : `${path} is there`;
  if (!sameShape(expected, actual)) return `${path}: expected ${show(expected)}, got ${show(actual)}`;
  if (typeof expected !== 'object') return undefined;
  return Object.entries(expected)
    .map(([name, value]) => difference(value, actual[name], `${path}.${name}`))
    .find((found) => found !== undefined);
}

/** Equal as far as can be told without looking inside. */
function sameShape(expected, actual) {
  if (typeof expected !== 'object') return expected === actual;
  if (typeof actual !== 'object' || actual === null) return false;
  return !Array.isArray(expected) || expected.length === actual.length;
}

export function show(value) {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
