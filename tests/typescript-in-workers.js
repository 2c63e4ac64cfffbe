// Lets worker threads that a test starts read TypeScript: Vite's transform reaches the test's own thread only. What was
// transpiled once is kept, since each thread would need a second of TypeScript for it.
import { register } from 'node:module';

const hooks = `
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const compilerOptions = { module: 'esnext', target: 'es2023', verbatimModuleSyntax: true };
const kept = new URL('./dateline-workers/', ${JSON.stringify(new URL('../node_modules/.cache/', import.meta.url).href)});

async function transpiled(code) {
  const { default: typescript } = await import(${JSON.stringify(import.meta.resolve('typescript'))});
  return typescript.transpileModule(code, { compilerOptions }).outputText;
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const code = await readFile(fileURLToPath(url), 'utf8');
  const place = new URL(createHash('sha256').update(code).digest('hex') + '.js', kept);
  const known = await readFile(place, 'utf8').catch(() => undefined);
  if (known !== undefined) return { format: 'module', shortCircuit: true, source: known };
  const source = await transpiled(code);
  await mkdir(kept, { recursive: true });
  const draft = new URL(randomUUID(), kept);
  await writeFile(draft, source);
  await rename(draft, place);
  return { format: 'module', shortCircuit: true, source };
}
`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`, import.meta.url);
