import { readWorldFile, startSandbox } from '../sandbox/start-sandbox.ts';
import { stopSignal } from './lifetime.ts';

/** `dateline sandbox`: Telegram in memory until a signal; prints one line with its address when it is ready. */
export async function runSandbox(options: { readonly port: number; readonly world?: string }): Promise<void> {
  const world = options.world === undefined ? {} : { world: await readWorldFile(options.world) };
  const sandbox = await startSandbox({ port: options.port, ...world });
  process.stdout.write(`The sandbox listens at ${sandbox.address}\n`);
  const { signal } = stopSignal();
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await sandbox.close();
}
