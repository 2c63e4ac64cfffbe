// Lets worker threads that a test starts read TypeScript: Vite's transform reaches the test's own thread only.
import { register } from 'node:module';

const hooks = `
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const compilerOptions = { module: 'esnext', target: 'es2023', verbatimModuleSyntax: true };

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const { default: typescript } = await import(${JSON.stringify(import.meta.resolve('typescript'))});
  const code = await readFile(fileURLToPath(url), 'utf8');
  const { outputText } = typescript.transpileModule(code, { compilerOptions });
  return { format: 'module', shortCircuit: true, source: outputText };
}
`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`, import.meta.url);
