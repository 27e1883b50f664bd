import type { NotSentReason, PrinterStatus } from '../../../app/ports/printers.ts';
import { blockingCondition } from '../status/dialect.ts';
import { within } from './call-limit.ts';
import { reasonOfCall, type SpoolTiming } from './spooled-job.ts';
import { conditionsOfQueue, heldCondition, isQueueBusy } from './windows-flags.ts';
import type { WindowsHandle, WindowsQueue, WindowsSpooler } from './windows-printing.ts';

/** Opens a queue for as long as `use` runs. Errors: WindowsFault, CallTimeout, those of `use`. */
export async function withQueue<Value>(
  spooler: WindowsSpooler,
  name: string,
  timing: SpoolTiming,
  use: (queue: WindowsHandle) => Promise<Value>,
): Promise<Value> {
  const opening = spooler.open(name);
  const queue = await within(timing.callMs, opening).catch((fault: unknown) => {
    // One that opens too late is closed by nobody else.
    void opening.then((late) => spooler.close(late)).catch(() => undefined);
    throw fault;
  });
  try {
    return await use(queue);
  } finally {
    void spooler.close(queue);
  }
}

/**
 * Why a queue must get no job now, or null. A paused queue swallows jobs and prints them hours later, so that is always
 * looked at; what the driver says of the printer is often wrong and counts only when asked for.
 */
export function refusalOf(queue: WindowsQueue, isStatusAsked: boolean): NotSentReason | null {
  return heldCondition(queue) ?? (isStatusAsked ? blockingCondition(conditionsOfQueue(queue)) : null);
}

/** How a queue says it is, at most `limitMs`. Most cheap drivers always say "ready". Never rejects. */
export async function queueStatus(
  spooler: WindowsSpooler,
  name: string,
  timing: SpoolTiming,
  limitMs: number,
): Promise<PrinterStatus> {
  try {
    const ask = withQueue(spooler, name, timing, (queue) => spooler.queueOf(queue));
    const state = await within(limitMs, ask);
    return { kind: 'answered', conditions: conditionsOfQueue(state), isBusy: isQueueBusy(state.status) };
  } catch (fault) {
    return { kind: 'unreachable', reason: reasonOfCall(fault) };
  }
}
