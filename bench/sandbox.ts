import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { DEMO_TOKEN } from '../src/sandbox/demo-world.ts';
import { callsPerSecond } from './sandbox/load.ts';
import { scrollChannel } from './sandbox/scrolling.ts';

type Row = {
  readonly name: string;
  readonly figure: string;
  readonly floor: string;
  readonly ratio: string;
};

type Server = {
  readonly port: number;
  readonly residentMb: () => Promise<number>;
  readonly stop: () => void;
};

const IN_FLIGHT = 50;
const CALLS = 40_000;
/** Calls that let the compiler see what is hot. */
const WARM_UP = 10_000;
const ROUNDS = 3;
const SUBSCRIBERS = 1_000_000;
const POSTS = 100_000;
/** What sixty frames a second leave for each. */
const FRAME_MS = 1000 / 60;

async function startServer(kind: 'sandbox' | 'floor'): Promise<Server> {
  const child = fork(new URL('./sandbox/server.ts', import.meta.url), [kind], { execArgv: ['--expose-gc'] });
  const { port } = await told<{ port: number }>(child);
  return {
    port,
    residentMb: async () => {
      const answer = told<{ residentBytes: number }>(child);
      child.send('memory');
      return (await answer).residentBytes / 1024 / 1024;
    },
    stop: () => child.disconnect(),
  };
}

async function told<Answer>(child: ChildProcess): Promise<Answer> {
  const [answer] = await once(child, 'message');
  return answer as Answer;
}

async function act(port: number, command: Record<string, unknown>): Promise<Record<string, unknown>> {
  const response = await fetch(`http://127.0.0.1:${port}/sandbox/act`, {
    method: 'POST',
    body: JSON.stringify(command),
  });
  return (await response.json()) as Record<string, unknown>;
}

const shown = (value: number): string => Math.round(value).toLocaleString('en');

/** Calls a second of either server, taken in turn so that both meet the same machine; the best of each. */
async function rates(sandbox: Server, floor: Server, firstReader: number): Promise<[number, number]> {
  const send = { path: `/bot${DEMO_TOKEN}/sendMessage`, inFlight: IN_FLIGHT };
  const bodyOf = (call: number): string =>
    JSON.stringify({
      chat_id: firstReader + (call % 1000),
      text: `Post ${call}: the ferry to the northern pier is late`,
    });
  const best: [number, number] = [0, 0];
  for (const { port } of [sandbox, floor]) await callsPerSecond({ ...send, port, bodyOf, calls: WARM_UP });
  for (let round = 0; round < ROUNDS; round += 1) {
    best[0] = Math.max(best[0], await callsPerSecond({ ...send, port: sandbox.port, bodyOf, calls: CALLS }));
    best[1] = Math.max(best[1], await callsPerSecond({ ...send, port: floor.port, bodyOf, calls: CALLS }));
  }
  return best;
}

/** How fast the sandbox takes messages, beside a server that does nothing, and what a million subscribers weigh. */
export async function benchSandbox(): Promise<readonly Row[]> {
  const [sandbox, floor] = await Promise.all([startServer('sandbox'), startServer('floor')]);
  try {
    const empty = await sandbox.residentMb();
    const { first_id: first } = await act(sandbox.port, { subscribers: SUBSCRIBERS });
    const peopled = await sandbox.residentMb();
    const [own, bare] = await rates(sandbox, floor, Number(first));
    const sent = WARM_UP + ROUNDS * CALLS;
    return [
      {
        name: `sendMessage, ${IN_FLIGHT} in flight`,
        figure: `${shown(own)}/s`,
        floor: `${shown(bare)}/s bare node:http`,
        ratio: (own / bare).toFixed(2),
      },
      {
        name: `sandbox with ${shown(SUBSCRIBERS)} subscribers`,
        figure: `${shown(peopled)} MiB resident`,
        floor: `${shown(empty)} MiB without`,
        ratio: '',
      },
      {
        name: `the same after ${shown(sent)} messages`,
        figure: `${shown(await sandbox.residentMb())} MiB resident`,
        floor: '',
        ratio: '',
      },
    ];
  } finally {
    sandbox.stop();
    floor.stop();
  }
}

/** Frames of the page while a channel of so many messages is scrolled, beside what sixty a second leave for each. */
export async function benchSandboxPage(): Promise<Row> {
  const sandbox = await startServer('sandbox');
  try {
    const { chats } = (await (await fetch(`http://127.0.0.1:${sandbox.port}/sandbox/world`)).json()) as {
      chats: { id: number; type: string }[];
    };
    const chat = chats.find(({ type }) => type === 'channel')?.id;
    for (let post = 1; post <= POSTS; post += 1) {
      const line = 'The ferry to the northern pier is late again. ';
      await act(sandbox.port, { channel_post: `Post ${post}\n${line.repeat(post % 7)}`, chat });
    }
    const address = `http://127.0.0.1:${sandbox.port}/`;
    const { medianMs, worstOf100Ms, frames } = await scrollChannel(address, `Post ${POSTS}`);
    return {
      name: `page scrolls ${shown(POSTS)} messages, ${frames} frames`,
      figure: `${medianMs.toFixed(1)} ms a frame, 99 of 100 within ${worstOf100Ms.toFixed(1)} ms`,
      floor: `${FRAME_MS.toFixed(1)} ms at 60 Hz`,
      ratio: (worstOf100Ms / FRAME_MS).toFixed(2),
    };
  } finally {
    sandbox.stop();
  }
}
