import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { loadEnvironment } from './environment.ts';

/** Bad usage ends with 2, a failure with 1. */
const BAD_USAGE = 2;
const FAILURE = 1;

function version(): string {
  const file: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const known = typeof file === 'object' && file !== null && 'version' in file;
  return known ? String(file.version) : 'unknown';
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('write a port from 0 to 65535');
  return Number(text);
}

/** Each command loads only what it runs: `analyze` never waits for Redis or Telegram. */
function program(): Command {
  const dateline = new Command('dateline')
    .description(
      "A Telegram channel bot for newsrooms: summaries, quotes and background from the newsroom's own articles.",
    )
    .version(version())
    .exitOverride()
    .configureOutput({
      outputError: (text, write) =>
        write(
          `${text
            .trim()
            .replace(/^error: /, 'dateline: ')
            .replaceAll(/\s*\n\s*/g, ' ')}\n`,
        ),
    });
  dateline
    .command('start')
    .description('run everything in one process; without BOT_TOKEN with the sandbox and a demo newsroom')
    .action(async () => (await import('./start.ts')).start(loadEnvironment()));
  dateline
    .command('web')
    .description('take updates and answer them; health and metrics over HTTP')
    .action(async () => (await import('./start.ts')).web(loadEnvironment()));
  dateline
    .command('worker')
    .description('take in articles, post them, send broadcasts')
    .action(async () => (await import('./start.ts')).worker(loadEnvironment()));
  dateline
    .command('sandbox')
    .description("Telegram's Bot API in memory, for any bot in any language")
    .option('--port <number>', 'where to listen (0: any free port)', portNumber, 8081)
    .option('--world <file>', 'the bot, users and chats to begin with, as JSON')
    .option('--state <file>', 'keep everything from one run to the next; wins over --world once it is there')
    .option('--allow-production', 'run even where NODE_ENV is production')
    .action(async (options) => (await import('./sandbox.ts')).runSandbox(options));
  dateline
    .command('check')
    .description('read the configuration and try each part of it')
    .action(async () => {
      process.exitCode = await (await import('./check.ts')).check(loadEnvironment());
    });
  dateline
    .command('analyze')
    .description('one article: its post as it would look, its quotes, its background')
    .argument('[source]', 'a file, an address, or - for standard input', '-')
    .option('--json', 'print JSON')
    .option('--jsonl', 'many articles: JSON Lines from standard input to standard output')
    .option('--explain', 'say what was left out and why, and which clues spoke for each speaker')
    .action(async (source, options) => {
      process.exitCode = await (await import('./analyze.ts')).analyze(source, options);
    });
  for (const command of dateline.commands) command.allowExcessArguments(false);
  return dateline;
}

try {
  const dateline = program();
  if (process.argv.length <= 2) dateline.outputHelp();
  await dateline.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : BAD_USAGE;
  } else {
    process.stderr.write(`dateline: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = FAILURE;
  }
}
