import { createConnection } from 'node:net';
import type { NotSentReason, PrinterStatus } from '../../../app/ports/printers.ts';
import { statusDialect } from '../status/dialects.ts';
import { SilentPrinters } from '../status/silent-printers.ts';
import type { AddressOf, Sender } from './sender.ts';
import { askOverTcp } from './tcp-ask.ts';
import { TcpJob, type TcpTiming } from './tcp-job.ts';
import { LINE_TIMING } from './timing.ts';

const TIMING: TcpTiming = { ...LINE_TIMING, connectMs: 2_000, lingerMs: 3_000, closeMs: 30_000 };

/**
 * Raw TCP printing (port 9100). What the printer sends back is always read: unread input would make the close lose the
 * tail of the job.
 *
 * "Taken" can mean no more than "lies in the system's buffers", and there is no acknowledgement. The one sign of a job
 * read to its end is that the printer closes its side after ours; a printer that is known to do so and does not any more
 * has stopped reading, and its job is uncertain.
 */
export function createTcpSender(timing: Partial<TcpTiming> = {}): Sender<'tcp'> {
  const rules = { ...TIMING, ...timing };
  const habits = new Map<string, 'closes' | 'stays'>();
  const silent = new SilentPrinters();
  return {
    send: (address, payload, context) =>
      new Promise((resolve) => {
        if (payload.kind !== 'raw') return resolve({ kind: 'not-sent', reason: 'not-taken' });
        if (context.signal.aborted) return resolve({ kind: 'not-sent', reason: 'aborted' });
        const fault = addressFault(address);
        if (fault !== null) return resolve({ kind: 'not-sent', reason: fault });
        const key = keyOf(address);
        const isAsked = context.isStatusAsked && silent.isWorthAsking(key);
        const dialect = statusDialect(context.profile.language);
        const socket = createConnection({ ...hostAndPort(address), noDelay: true, allowHalfOpen: true });
        new TcpJob(socket, payload.bytes, {
          timing: rules,
          dialect,
          isAsked: isAsked && dialect !== null,
          signal: context.signal,
          noteAnswer: (hasAnswered) => silent.note(key, hasAnswered),
          habit: { get: () => habits.get(key) ?? null, set: (habit) => void habits.set(key, habit) },
          done: resolve,
        }).begin();
      }),
    status: async (address, profile, limitMs): Promise<PrinterStatus> => {
      const fault = addressFault(address);
      if (fault !== null) return { kind: 'unreachable', reason: fault };
      const connectMs = Math.min(rules.connectMs, limitMs);
      const status = await askOverTcp(hostAndPort(address), statusDialect(profile.language), { connectMs, limitMs });
      if (status.kind !== 'unreachable') silent.note(keyOf(address), status.kind === 'answered');
      return status;
    },
  };
}

function keyOf({ host, port }: AddressOf<'tcp'>): string {
  return `${host.toLowerCase()}:${port}`;
}

function hostAndPort({ host, port }: AddressOf<'tcp'>): { readonly host: string; readonly port: number } {
  return { host, port };
}

/** Node takes an empty host for this machine, and throws on an impossible port. */
function addressFault({ host, port }: AddressOf<'tcp'>): NotSentReason | null {
  if (host.trim() === '') return 'unknown-host';
  return Number.isInteger(port) && port > 0 && port < 65_536 ? null : 'unreachable';
}
