import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One canned answer. `hangUp` drops the line instead; `silent` never answers. */
export interface Canned {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly hangUp?: true;
  readonly silent?: true;
}

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface CannedServer {
  readonly url: string;
  readonly received: Received[];
  /** Queues an answer for a path; the last one of a path stays. */
  on(path: string, ...answers: Canned[]): void;
  bodies(path: string): unknown[];
  close(): Promise<void>;
}

/** A real HTTP server on loopback that answers what it was told and writes down what it was asked. */
export async function startCannedServer(): Promise<CannedServer> {
  const queues = new Map<string, Canned[]>();
  const received: Received[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const path = req.url ?? '';
      received.push({ method: req.method ?? '', path, headers: req.headers, body: Buffer.concat(chunks).toString() });
      const queue = queues.get(path) ?? [{ status: 404, body: '404 page not found' }];
      const answer = (queue.length > 1 ? queue.shift() : queue[0]) ?? {};
      if (answer.hangUp) return void req.socket.destroy();
      if (answer.silent) return;
      res.sendDate = false; // the tests hold the clock
      const body = answer.body ?? {};
      const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
      res.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers }).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    on: (path, ...answers) => void queues.set(path, [...answers]),
    bodies: (path) => received.filter((one) => one.path === path).map((one) => JSON.parse(one.body) as unknown),
    close: async () => {
      server.closeAllConnections();
      if (!server.listening) return;
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
