import type { Socket } from 'node:net';

/** What the printer does wrong on purpose; read afresh all the time, so that a test or a seller can mend it. */
export interface PrinterFaults {
  /** Resets every new connection, like a printer that is busy with somebody else. */
  refuse?: boolean;
  /** Reads nothing; what was sent meanwhile comes out when paper is back. */
  paperOut?: boolean;
  /** Stops reading after so many bytes of a job: head open, buffer full. */
  stallAfterBytes?: number;
  /** Drops the connection after so many bytes. */
  closeAfterBytes?: number;
  /** Waits before it reads. */
  delayMs?: number;
}

const MAX_JOB_BYTES = 32 * 1024 * 1024;
/** How often a held printer looks whether it may go on. */
const HELD_LOOK_MS = 20;

/**
 * Serves one client from its first byte to its close and hands over the bytes, also when they break off; the next
 * client waits for the promise.
 */
export function serveClient(
  socket: Socket,
  faults: PrinterFaults,
  takeJob: (bytes: Uint8Array) => void,
): Promise<void> {
  if (socket.destroyed) return Promise.resolve();
  const chunks: Buffer[] = [];
  let size = 0;
  let timer: NodeJS.Timeout | undefined;
  const finish = (): void => {
    if (size > 0) takeJob(new Uint8Array(Buffer.concat(chunks)));
    chunks.length = 0;
    size = 0;
  };
  const isHeld = (): boolean =>
    faults.paperOut === true || size >= (faults.stallAfterBytes ?? Number.POSITIVE_INFINITY);
  const goOn = (): void => {
    if (!isHeld()) return void socket.resume();
    socket.pause();
    timer = setTimeout(goOn, HELD_LOOK_MS);
  };
  return new Promise((resolve) => {
    socket.once('close', () => {
      clearTimeout(timer);
      finish();
      resolve();
    });
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_JOB_BYTES || size >= (faults.closeAfterBytes ?? Number.POSITIVE_INFINITY)) socket.destroy();
      else if (isHeld()) goOn();
    });
    socket.once('end', () => {
      finish();
      socket.end();
    });
    timer = setTimeout(goOn, faults.delayMs ?? 0);
  });
}
