import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The layer rule's only definition. A folder may import from the folders named here, and these packages. */
const SRC = resolve(import.meta.dirname, '../src');

type Rule = { folders: readonly string[]; packages: readonly string[]; node: boolean };

const RULES: Record<string, Rule> = {
  domain: { folders: ['domain'], packages: ['luxon', 'cron-parser'], node: false },
  app: { folders: ['domain', 'app'], packages: [], node: false },
  'adapters/feeds': {
    folders: ['domain', 'app', 'adapters/feeds'],
    packages: [
      'feedsmith',
      '@mozilla/readability',
      'linkedom',
      'got',
      'request-filtering-agent',
      'http-cache-semantics',
      'robots-parser',
      'p-queue',
      'html-encoding-sniffer',
      '@exodus/bytes',
      'html-to-text',
      'piscina',
      'chokidar',
      'ipaddr.js',
    ],
    node: true,
  },
  'adapters/analysis': {
    folders: ['domain', 'app', 'adapters/analysis'],
    packages: ['piscina'],
    node: true,
  },
  'adapters/redis': {
    folders: ['domain', 'app', 'adapters/redis'],
    packages: ['ioredis', 'node-cron'],
    node: true,
  },
  'adapters/telegram': {
    folders: ['domain', 'app', 'adapters/telegram'],
    packages: ['grammy', '@grammyjs/runner', '@grammyjs/types', 'undici'],
    node: true,
  },
  'adapters/http': {
    folders: ['domain', 'app', 'adapters/http'],
    packages: ['prom-client'],
    node: true,
  },
  'adapters/encyclopedia': {
    folders: ['domain', 'app', 'adapters/encyclopedia'],
    packages: ['got', 'valibot'],
    node: true,
  },
  'adapters/model': {
    folders: ['domain', 'app', 'adapters/model'],
    packages: ['got', 'valibot'],
    node: true,
  },
  'adapters/messages': {
    folders: ['domain', 'app', 'adapters/messages'],
    packages: ['@fluent/bundle'],
    node: true,
  },
  sandbox: {
    folders: ['sandbox'],
    packages: ['@fastify/busboy', 'preact', 'tlds', 'undici', 'vite'],
    node: true,
  },
};

/** What makes a pure layer impure. */
const IMPURE = [
  /\bDate\.now\b/,
  /\bnew Date\(\)/,
  /\bMath\.random\b/,
  /\bprocess\./,
  /\bset(Timeout|Interval|Immediate)\(/,
].concat([/\bfetch\(/, /\bconsole\./]);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const files = filesBelow(SRC);

/** `import … from`, `export … from`, `import '…'` at the beginning of a statement, and `import('…')`. */
const IMPORTS = [
  /^(?:import|export)\b[^;'"]*?\bfrom\s*'([^'\n]+)'/gm,
  /^import\s*'([^'\n]+)'/gm,
  /\bimport\(\s*'([^'\n]+)'/g,
];

function importsOf(code: string): string[] {
  return IMPORTS.flatMap((pattern) => [...code.matchAll(pattern)].flatMap((match) => match[1] ?? []));
}

function ruleOf(file: string): [string, Rule] | undefined {
  const path = relative(SRC, file);
  return Object.entries(RULES).find(([folder]) => path.startsWith(`${folder}/`));
}

function isAllowed(file: string, imported: string, rule: Rule): boolean {
  if (imported.startsWith('.')) {
    const target = relative(SRC, resolve(dirname(file), imported));
    return rule.folders.some((folder) => target.startsWith(`${folder}/`));
  }
  if (imported.startsWith('node:')) return rule.node;
  return rule.packages.some((name) => imported === name || imported.startsWith(`${name}/`));
}

describe('the layers', () => {
  it('are read from files that exist', () => {
    expect(files.length).toBeGreaterThan(9);
    expect(files.flatMap((file) => importsOf(readFileSync(file, 'utf8'))).length).toBeGreaterThan(9);
  });

  it('import only what the rule allows', () => {
    const broken = files.flatMap((file) => {
      const found = ruleOf(file);
      if (found === undefined) return [];
      const [, rule] = found;
      return importsOf(readFileSync(file, 'utf8'))
        .filter((imported) => !isAllowed(file, imported, rule))
        .map((imported) => `${relative(SRC, file)} imports ${imported}`);
    });
    expect(broken).toEqual([]);
  });

  it('have a rule for every folder but main', () => {
    const without = files.filter(
      (file) => ruleOf(file) === undefined && !relative(SRC, file).startsWith('main/'),
    );
    expect(without).toEqual([]);
  });

  it('keep clock, chance, process and network out of domain and app', () => {
    const broken = files
      .filter((file) => /^(domain|app)\//.test(relative(SRC, file)))
      .flatMap((file) => {
        const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        return IMPURE.filter((pattern) => pattern.test(code)).map(
          (pattern) => `${relative(SRC, file)} has ${pattern.source}`,
        );
      });
    expect(broken).toEqual([]);
  });

  it('let nothing import main', () => {
    const broken = files.filter(
      (file) =>
        !relative(SRC, file).startsWith('main/') &&
        importsOf(readFileSync(file, 'utf8')).some(
          (imported) =>
            imported.startsWith('.') && relative(SRC, resolve(dirname(file), imported)).startsWith('main/'),
        ),
    );
    expect(broken).toEqual([]);
  });
});
