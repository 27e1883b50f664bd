import { createConnection } from 'node:net';
import type { PrinterStatus } from '../../../app/ports/printers.ts';
import type { StatusAnswer, StatusDialect } from '../status/dialect.ts';
import { JobTalk } from './job-talk.ts';
import { connectFault } from './tcp-fault.ts';

/** A fuller answer follows at once or not at all. */
const SETTLE_MS = 30;

/**
 * Asks a printer how it is on a connection of its own, at most `limitMs` in all. Without a dialect only whether it can
 * be reached is learned. Never rejects.
 */
export function askOverTcp(
  where: { readonly host: string; readonly port: number },
  dialect: StatusDialect | null,
  { connectMs, limitMs }: { readonly connectMs: number; readonly limitMs: number },
): Promise<PrinterStatus> {
  return new Promise((resolve) => {
    const socket = createConnection({ ...where, noDelay: true, allowHalfOpen: true });
    const talk = new JobTalk(dialect);
    let newest: StatusAnswer | null = null;
    let isConnected = false;
    const end = (status: PrinterStatus): void => {
      for (const timer of timers) clearTimeout(timer);
      socket.removeAllListeners();
      socket.on('error', () => undefined);
      // What is still unread here is nobody's job.
      socket.destroy();
      resolve(status);
    };
    const tell = (): void => end(asStatus(newest));
    const timers = [
      setTimeout(() => (isConnected ? undefined : end({ kind: 'unreachable', reason: 'timeout' })), connectMs),
      setTimeout(tell, Math.max(connectMs, limitMs)),
    ];
    socket.on('connect', () => {
      isConnected = true;
      if (dialect === null) tell();
      else socket.write(dialect.query);
    });
    socket.on('data', (chunk) => {
      const answer = talk.hear(chunk);
      if (answer === null) return;
      if (newest === null) timers.push(setTimeout(tell, SETTLE_MS));
      newest = answer;
    });
    socket.on('end', tell);
    socket.on('error', (error: NodeJS.ErrnoException) =>
      end({ kind: 'unreachable', reason: isConnected ? 'busy' : connectFault(error.code) }),
    );
  });
}

function asStatus(answer: StatusAnswer | null): PrinterStatus {
  if (answer === null) return { kind: 'silent' };
  return { kind: 'answered', conditions: answer.conditions, isBusy: answer.isBusy };
}
