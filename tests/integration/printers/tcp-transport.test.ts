import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { PrinterAddress } from '../../../src-main/app/ports/printers.ts';
import { tcpTransport } from '../../support/tcp-transport.ts';

/** Larger than what the system takes on a printer's behalf. */
const LARGE = new Uint8Array(24 * 1024 * 1024).fill(0x5a);
const LABEL = Uint8Array.from({ length: 124_236 }, (_, at) => at & 0xff);
const QUICK = { connectMs: 400, stallMs: 500, lingerMs: 200 };

const servers: { server: Server; sockets: Set<Socket> }[] = [];

afterEach(async () => {
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A printer that does what `serve` says with each connection. */
async function printer(
  serve: (socket: Socket, connection: number) => void,
  host = '127.0.0.1',
): Promise<PrinterAddress> {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    count += 1;
    serve(socket, count);
  });
  servers.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return { kind: 'tcp', host, port: (server.address() as AddressInfo).port };
}

/** Reads everything, then closes, as printers do. */
function readAll(socket: Socket, chunks: Buffer[]): void {
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('end', () => socket.end());
}

describe('a printer that works', () => {
  it.each(['127.0.0.1', '::1', 'localhost'])('gets every byte at %s', async (host) => {
    const chunks: Buffer[] = [];
    const address = await printer((socket) => readAll(socket, chunks), host);
    expect(await tcpTransport().send(address, LABEL)).toEqual({ kind: 'sent', bytes: LABEL.length });
    expect(new Uint8Array(Buffer.concat(chunks))).toEqual(LABEL);
  });

  it('that talks all the time gets every byte', async () => {
    const chunks: Buffer[] = [];
    const address = await printer((socket) => {
      const chatter = setInterval(() => socket.write(Buffer.alloc(512, 0x11)), 1);
      socket.on('close', () => clearInterval(chatter));
      socket.on('data', (chunk) => chunks.push(chunk));
      socket.on('end', () => {
        clearInterval(chatter);
        socket.end();
      });
    });
    expect(await tcpTransport().send(address, LABEL)).toEqual({ kind: 'sent', bytes: LABEL.length });
    expect(Buffer.concat(chunks).length).toBe(LABEL.length);
  });

  it('that reads slowly is waited for, far beyond the stall limit', async () => {
    let size = 0;
    const address = await printer((socket) => {
      socket.on('data', (chunk) => {
        size += chunk.length;
        socket.pause();
        setTimeout(() => socket.resume(), 4);
      });
      socket.on('end', () => socket.end());
    });
    const startedMs = performance.now();
    expect(await tcpTransport({ ...QUICK, lingerMs: 20_000 }).send(address, LARGE)).toEqual({
      kind: 'sent',
      bytes: LARGE.length,
    });
    expect(performance.now() - startedMs).toBeGreaterThan(QUICK.stallMs);
    expect(size).toBe(LARGE.length);
  });

  it('that never closes its side still counts as sent, after a bounded wait', async () => {
    let size = 0;
    const address = await printer((socket) => socket.on('data', (chunk) => (size += chunk.length)));
    expect(await tcpTransport(QUICK).send(address, LABEL)).toEqual({ kind: 'sent', bytes: LABEL.length });
    expect(size).toBe(LABEL.length);
  });

  it('gets one job after the other, never two at once', async () => {
    let open = 0;
    let most = 0;
    const order: number[] = [];
    const address = await printer((socket) => {
      open += 1;
      most = Math.max(most, open);
      socket.once('data', (chunk) => order.push(chunk[0] ?? -1));
      socket.on('data', () => undefined);
      socket.on('end', () => setTimeout(() => socket.end(), 10));
      socket.on('close', () => (open -= 1));
    });
    const transport = tcpTransport();
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map((first) => transport.send(address, Uint8Array.of(first, 0, 0))),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(order).toEqual([1, 2, 3, 4]);
    expect(most).toBe(1);
  });
});

describe('a printer that fails before any byte', () => {
  it('has a closed port', async () => {
    const address = await printer(() => undefined);
    const [only] = servers.splice(0);
    await new Promise((resolve) => only?.server.close(resolve));
    expect(await tcpTransport().send(address, LABEL)).toEqual({ kind: 'not-sent', reason: 'refused' });
  });

  it('has a name nobody knows', async () => {
    const address = { kind: 'tcp', host: 'no-such-printer.invalid', port: 9100 } as const;
    const outcome = await tcpTransport().send(address, LABEL);
    expect(outcome.kind).toBe('not-sent');
  });

  it.each([0, -1, 70_000, 1.5])('has the impossible port %s, and the next job is not held up by it', async (port) => {
    const transport = tcpTransport();
    const address = { kind: 'tcp', host: '127.0.0.1', port } as const;
    expect(await transport.send(address, LABEL)).toEqual({ kind: 'not-sent', reason: 'unreachable' });
    expect(await transport.send(address, LABEL)).toEqual({ kind: 'not-sent', reason: 'unreachable' });
  });
});

describe('a printer that fails in the middle', () => {
  it('stops reading: uncertain, with the bytes that left', async () => {
    const address = await printer((socket) => {
      let size = 0;
      socket.on('data', (chunk) => {
        size += chunk.length;
        if (size > 50_000) socket.pause();
      });
    });
    const outcome = await tcpTransport(QUICK).send(address, LARGE);
    expect(outcome).toMatchObject({ kind: 'uncertain', reason: 'stalled' });
    expect(outcome.kind === 'uncertain' && outcome.bytesTaken).toBeGreaterThan(0);
  });

  it('never reads at all: the job is uncertain, and the next one still gets its turn', async () => {
    const chunks: Buffer[] = [];
    const address = await printer((socket, connection) =>
      connection === 1 ? socket.pause() : readAll(socket, chunks),
    );
    const transport = tcpTransport(QUICK);
    const [first, second] = await Promise.all([transport.send(address, LARGE), transport.send(address, LABEL)]);
    expect(first).toMatchObject({ kind: 'uncertain', reason: 'stalled' });
    expect(second).toEqual({ kind: 'sent', bytes: LABEL.length });
  });

  it('resets the connection', async () => {
    const address = await printer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await tcpTransport(QUICK).send(address, LARGE)).toMatchObject({ kind: 'uncertain' });
  });

  it('closes early', async () => {
    const address = await printer((socket) => {
      socket.once('data', () => socket.end());
      socket.pause();
      setTimeout(() => socket.resume(), 20);
    });
    expect(await tcpTransport(QUICK).send(address, LARGE)).toMatchObject({
      kind: 'uncertain',
      reason: 'closed-early',
    });
  });

  it('serves somebody else and refuses a second client', async () => {
    const address = await printer((socket, connection) =>
      connection === 1 ? readAll(socket, []) : socket.resetAndDestroy(),
    );
    const transport = tcpTransport(QUICK);
    expect((await transport.send(address, LABEL)).kind).toBe('sent');
    // The reset may come before or after our first bytes; what counts is that the job is never taken for printed.
    expect((await transport.send(address, LARGE)).kind).not.toBe('sent');
  });
});
