import { connect, type Socket } from 'node:net';

export type Load = {
  readonly port: number;
  readonly path: string;
  /** The body of the call with this number, JSON. */
  readonly bodyOf: (call: number) => string;
  readonly inFlight: number;
  readonly calls: number;
};

const HEAD_END = '\r\n\r\n';

/**
 * Makes calls over connections that stay open, one under way on each, and tells how many a second were answered. It speaks
 * to the sockets itself, since a full client would take more time than the server that it measures.
 */
export async function callsPerSecond(load: Load): Promise<number> {
  let started = 0;
  const next = (): Buffer | undefined => {
    if (started === load.calls) return undefined;
    started += 1;
    return requestOf(load, started);
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: load.inFlight }, () => callOnAndOn(load.port, next)));
  return (load.calls / (performance.now() - startedAt)) * 1000;
}

function requestOf({ path, port, bodyOf }: Load, call: number): Buffer {
  const body = bodyOf(call);
  const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json`;
  return Buffer.from(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}${HEAD_END}${body}`);
}

function callOnAndOn(port: number, next: () => Buffer | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let answer = '';
    socket.on('connect', () => sendNext(socket, next, resolve));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      const head = answer.indexOf(HEAD_END);
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(answer)?.[1]);
      if (answer.length < head + HEAD_END.length + length) return;
      if (!answer.startsWith('HTTP/1.1 200')) reject(new Error(`The server answered ${answer}`));
      answer = '';
      sendNext(socket, next, resolve);
    });
  });
}

function sendNext(socket: Socket, next: () => Buffer | undefined, done: () => void): void {
  const request = next();
  if (request !== undefined) socket.write(request);
  else socket.end(done);
}
