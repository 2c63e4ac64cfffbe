import { readWorldFile, startSandbox } from '../sandbox/start-sandbox.ts';
import { stopSignal } from './lifetime.ts';

export type SandboxRun = {
  readonly port: number;
  /** A file with the bot, users and chats to begin with. */
  readonly world?: string;
  /** A file that keeps what is on Telegram's side from one run to the next. */
  readonly state?: string;
  /** Also where `NODE_ENV` is `production`. */
  readonly allowProduction?: boolean;
};

/** `dateline sandbox`: Telegram in memory until a signal; prints one line with its address when it is ready. */
export async function runSandbox({ port, world, state, allowProduction }: SandboxRun): Promise<void> {
  const sandbox = await startSandbox({
    port,
    ...(world === undefined ? {} : { world: await readWorldFile(world) }),
    ...(state === undefined ? {} : { stateFile: state }),
    ...(allowProduction === undefined ? {} : { allowProduction }),
  });
  process.stdout.write(`The sandbox listens at ${sandbox.address}\n`);
  const { signal } = stopSignal();
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await sandbox.close();
}
