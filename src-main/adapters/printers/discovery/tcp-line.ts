import { createConnection } from 'node:net';
import { LineFault, type Line } from '../transports/line.ts';
import { connectFault } from '../transports/tcp-fault.ts';

/** After our side is closed the printer gets so long to close its own, so that nothing we sent is lost. */
const CLOSE_MS = 300;

/** Connects to a printer's raw port for a few questions. Throws LineFault. */
export function openTcpLine(
  where: { readonly host: string; readonly port: number },
  { connectMs, signal }: { readonly connectMs: number; readonly signal: AbortSignal },
): Promise<Line> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new LineFault('aborted'));
    const socket = createConnection({ ...where, noDelay: true, allowHalfOpen: true });
    const fail = (fault: LineFault): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      socket.destroy();
      reject(fault);
    };
    const abort = (): void => fail(new LineFault('aborted'));
    const timer = setTimeout(() => fail(new LineFault('timeout')), connectMs);
    signal.addEventListener('abort', abort, { once: true });
    socket.on('error', (error: NodeJS.ErrnoException) => fail(new LineFault(connectFault(error.code))));
    socket.once('connect', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      resolve({
        write: (bytes) =>
          new Promise((written, broke) =>
            socket.write(bytes, (error) => (error ? broke(error) : written(bytes.length))),
          ),
        drain: () => Promise.resolve(),
        listen: (heard) => void socket.on('data', heard),
        close: () =>
          new Promise((closed) => {
            const late = setTimeout(() => socket.destroy(), CLOSE_MS);
            socket.once('close', () => {
              clearTimeout(late);
              closed();
            });
            // A side that the printer closed already leaves nothing to wait for.
            if (socket.destroyed) {
              clearTimeout(late);
              closed();
              return;
            }
            socket.resume();
            socket.end();
          }),
      });
    });
  });
}
