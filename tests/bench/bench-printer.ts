import { createServer, type Server } from 'node:net';
import { DEFAULT_PROFILE } from '../../src-main/core/label/printer-profile.ts';
import type { TestApp } from '../e2e/support/app.ts';

/** A question about its state is shorter, any label longer. */
const QUESTION_BYTES = 64;

export interface BenchPrinter {
  readonly port: number;
  /** When the next label's first byte comes, on this process's clock; questions about its state do not count. */
  nextFirstByte(): Promise<number>;
  /** When each label was read to its end, on this process's clock, oldest first. */
  readonly endsAtMs: readonly number[];
  stop(): Promise<void>;
}

/** A printer that only notes when it is spoken to; it says nothing of itself, as most do. */
export async function startPrinter(): Promise<BenchPrinter> {
  let heard: (atMs: number) => void = () => undefined;
  const endsAtMs: number[] = [];
  const server: Server = createServer((socket) => {
    let size = 0;
    socket.on('data', (bytes) => {
      if (size <= QUESTION_BYTES && size + bytes.length > QUESTION_BYTES) heard(performance.now());
      size += bytes.length;
    });
    socket.once('end', () => {
      if (size > QUESTION_BYTES) endsAtMs.push(performance.now());
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the printer listens on no port');
  return {
    port: address.port,
    endsAtMs,
    nextFirstByte: () =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('no byte within a minute')), 60_000);
        heard = (atMs) => {
          clearTimeout(timer);
          resolve(atMs);
        };
      }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Sets it up as the label printer and asks it how it is, as the wizard does. */
export async function useForLabels(app: TestApp, { port }: BenchPrinter): Promise<void> {
  const { id } = await app.call('printers.save', {
    id: null,
    name: 'Bench',
    address: { kind: 'tcp', host: '127.0.0.1', port },
    profile: { ...DEFAULT_PROFILE, quirks: [] },
    roles: ['label'],
  });
  for (let turn = 0; turn < 2; turn += 1) await app.call('printers.askStatus', { id });
}
