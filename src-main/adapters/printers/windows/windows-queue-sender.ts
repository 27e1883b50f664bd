import type { TransportOutcome } from '../../../app/ports/printers.ts';
import type { SendContext, Sender } from '../transports/sender.ts';
import { within } from './call-limit.ts';
import type { LoadWindowsPrinting } from './load-windows-printing.ts';
import { queueStatus, refusalOf, withQueue } from './open-queue.ts';
import {
  followJob,
  reasonOfCall,
  SPOOL_TIMING,
  withdrawJob,
  type SpooledJob,
  type SpoolTiming,
} from './spooled-job.ts';
import { WindowsFault } from './windows-fault.ts';
import { isDirectQueue, isXpsDriver } from './windows-flags.ts';
import type { WindowsHandle, WindowsQueue, WindowsSpooler } from './windows-printing.ts';

const CHUNK = 64 * 1024;

/** RAW printing through a queue of Windows' spooler: OpenPrinter, StartDocPrinter, WritePrinter (printing.md §3). */
export function createWindowsQueueSender(
  load: LoadWindowsPrinting,
  timing: Partial<SpoolTiming> = {},
): Sender<'queue'> {
  const rules = { ...SPOOL_TIMING, ...timing };
  return {
    send: async ({ name }, payload, context) => {
      if (payload.kind !== 'raw') return { kind: 'not-sent', reason: 'not-taken' };
      const spooler = (await load())?.spooler;
      if (spooler === undefined) return { kind: 'not-sent', reason: 'not-supported' };
      try {
        return await withQueue(spooler, name, rules, (queue) =>
          sendThrough({ spooler, queue, bytes: payload.bytes, context, timing: rules }),
        );
      } catch (fault) {
        return { kind: 'not-sent', reason: reasonOfCall(fault) };
      }
    },
    status: async ({ name }, _profile, limitMs) => {
      const spooler = (await load())?.spooler;
      if (spooler === undefined) return { kind: 'unreachable', reason: 'not-supported' };
      return queueStatus(spooler, name, rules, limitMs);
    },
  };
}

interface RawJob {
  readonly spooler: WindowsSpooler;
  readonly queue: WindowsHandle;
  readonly bytes: Uint8Array;
  readonly context: SendContext;
  readonly timing: SpoolTiming;
}

/** What throws here failed before the first byte. */
async function sendThrough(raw: RawJob): Promise<TransportOutcome> {
  const { spooler, queue, bytes, context, timing } = raw;
  const state = await within(timing.callMs, spooler.queueOf(queue));
  const refusal = refusalOf(state, context.isStatusAsked);
  if (refusal !== null) return { kind: 'not-sent', reason: refusal };
  const isXps = isXpsDriver(await within(timing.callMs, spooler.driverAttributes(queue)));
  if (context.signal.aborted) return { kind: 'not-sent', reason: 'aborted' };
  const starting = spooler.startJob(queue, context.title, isXps ? 'XPS_PASS' : 'RAW');
  const jobId = await within(timing.callMs, starting);
  return spool(raw, { spooler, queue, jobId, bytes: bytes.length, signal: context.signal, timing }, state);
}

/** Never rejects. */
async function spool({ bytes }: RawJob, job: SpooledJob, state: WindowsQueue): Promise<TransportOutcome> {
  const { spooler, queue, timing, signal } = job;
  let taken = 0;
  let isOffered = false;
  try {
    while (taken < bytes.length) {
      signal.throwIfAborted();
      isOffered = true;
      const count = await within(timing.callMs, spooler.write(queue, bytes.subarray(taken, taken + CHUNK)));
      if (count <= 0) throw new WindowsFault('WritePrinter', 0);
      taken += count;
    }
    await within(timing.callMs, spooler.endJob(queue));
  } catch (fault) {
    // A queue that prints directly has no spool file: what it was offered may have gone to the printer.
    const hasBegun = isOffered && isDirectQueue(state);
    const outcome = await withdrawJob(
      { ...job, bytes: taken },
      { isWhole: false, hasBegun, reason: reasonOfCall(fault) },
    );
    void spooler.endJob(queue).catch(() => undefined);
    return outcome;
  }
  return followJob(job);
}
