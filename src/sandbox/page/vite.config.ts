import { resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';

/** The page as files that the sandbox serves itself: everything inside, nothing fetched from elsewhere. */
const config: UserConfig = defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  build: {
    outDir: resolve(import.meta.dirname, '../../../dist/sandbox/page'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
});

export default config;
