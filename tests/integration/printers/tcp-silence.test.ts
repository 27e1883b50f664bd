import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PrinterAddress } from '../../../src-main/app/ports/printers.ts';
import { tcpTransport } from '../../support/tcp-transport.ts';

const QUICK = { connectMs: 300, stallMs: 600, lingerMs: 100, closeMs: 500 };
/** Small enough to vanish into the system's buffers whole. */
const LABEL = Uint8Array.from({ length: 124_236 }, (_, at) => at & 0xff);

/** A printer that does what `serve` says with each connection, counted from one. */
async function printer(serve: (socket: Socket, connection: number) => void): Promise<PrinterAddress> {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    count += 1;
    serve(socket, count);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { kind: 'tcp', host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

function readToEnd(socket: Socket): void {
  socket.on('data', () => undefined);
  socket.on('end', () => socket.end());
  socket.resume();
}

describe('a printer whose side stays open after ours', () => {
  it('and was never seen to close it: sent, once it has been silent for a while', async () => {
    const address = await printer((socket) => socket.on('data', () => undefined).resume());
    const startMs = performance.now();
    expect(await tcpTransport(QUICK).send(address, LABEL)).toEqual({ kind: 'sent', bytes: LABEL.length });
    expect(performance.now() - startMs).toBeLessThan(QUICK.closeMs);
  });

  it('and did so before is hardly waited for', async () => {
    const address = await printer((socket) => socket.on('data', () => undefined).resume());
    const transport = tcpTransport({ ...QUICK, lingerMs: 400 });
    await transport.send(address, LABEL);
    const startMs = performance.now();
    expect(await transport.send(address, LABEL)).toEqual({ kind: 'sent', bytes: LABEL.length });
    expect(performance.now() - startMs).toBeLessThan(200);
  });

  it('and used to close it has stopped reading: uncertain, though every byte was taken', async () => {
    const address = await printer((socket, connection) => (connection === 2 ? undefined : readToEnd(socket)));
    const transport = tcpTransport(QUICK);
    expect((await transport.send(address, LABEL)).kind).toBe('sent');
    expect(await transport.send(address, LABEL)).toMatchObject({ kind: 'uncertain', reason: 'stalled' });
    expect((await transport.send(address, LABEL)).kind).toBe('sent');
  });

  it('and is slow is waited for longer, once it is known to close', async () => {
    const address = await printer((socket, connection) =>
      setTimeout(() => readToEnd(socket), connection === 1 ? 0 : 300),
    );
    const transport = tcpTransport(QUICK);
    expect((await transport.send(address, LABEL)).kind).toBe('sent');
    expect((await transport.send(address, LABEL)).kind).toBe('sent');
  });

  it('and is slow and talks meanwhile loses nothing: closing on it would reset the connection', async () => {
    let size = 0;
    const address = await printer((socket) => {
      const chatter = setInterval(() => socket.write('ready\r\n'), 10);
      socket.on('data', (chunk) => (size += chunk.length));
      socket.on('end', () => socket.end());
      socket.on('close', () => clearInterval(chatter));
      setTimeout(() => socket.resume(), 300);
    });
    expect(await tcpTransport(QUICK).send(address, LABEL)).toEqual({ kind: 'sent', bytes: LABEL.length });
    expect(size).toBe(LABEL.length);
  });

  it('and talks for ever: sent, after a bounded wait', async () => {
    const address = await printer((socket) => {
      const chatter = setInterval(() => socket.write('ready\r\n'), 10);
      socket.on('close', () => clearInterval(chatter));
      socket.on('data', () => undefined).resume();
    });
    expect((await tcpTransport(QUICK).send(address, LABEL)).kind).toBe('sent');
  });
});

describe('a printer that breaks off', () => {
  it.each([1, 20_000, 100_000])('and has read %i bytes of more: never taken for sent', async (limit) => {
    for (let round = 0; round < 5; round += 1) {
      let size = 0;
      const address = await printer((socket) => {
        socket.on('readable', () => {
          const chunk = socket.read(Math.min(limit - size, socket.readableLength)) as Buffer | null;
          size += chunk?.length ?? 0;
          if (size >= limit) socket.destroy();
        });
      });
      const outcome = await tcpTransport(QUICK).send(address, new Uint8Array(8_000_000));
      expect(outcome.kind).toBe('uncertain');
    }
  });
});

describe('a host that does not answer at all', () => {
  it('is given up after the connect limit, and nothing was sent', async () => {
    // A listener whose thread sleeps and whose queue is full drops the next call, as an unplugged printer does.
    const worker = new Worker(
      `const { parentPort } = require('node:worker_threads');
       const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
         parentPort.postMessage(server.address().port);
         setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5_000), 20);
       });`,
      { eval: true },
    );
    onTestFinished(async () => void (await worker.terminate()));
    const port = await new Promise<number>((resolve) => worker.once('message', resolve));
    await new Promise((resolve) => setTimeout(resolve, 80));
    const address = { kind: 'tcp', host: '127.0.0.1', port } as const;
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => tcpTransport(QUICK).send(address, Uint8Array.of(1))),
    );
    expect(outcomes).toContainEqual({ kind: 'not-sent', reason: 'timeout' });
  });

  it('and has no name is not this machine', async () => {
    const outcome = await tcpTransport(QUICK).send({ kind: 'tcp', host: '', port: 9100 }, LABEL);
    expect(outcome).toEqual({ kind: 'not-sent', reason: 'unknown-host' });
  });
});
