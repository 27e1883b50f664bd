import type { PrinterView } from '../../src-main/contract/methods/printers.ts';
import type { BatchView } from '../../src-main/contract/methods/printing.ts';
import { blockingCondition } from './printer-condition.ts';

/** What stopped a printer, as far as a hand can mend it. */
export const STOP_CAUSES = [
  'paper-out',
  'ribbon-out',
  'head-open',
  'jam',
  'paused',
  'queue-held',
  'overheated',
  'cutter-fault',
  'label-waiting',
  'fault',
  'off',
  'in-use',
  'address',
  'access',
  'not-taken',
  'broke-off',
  'restarted',
  'other',
] as const;
export type StopCause = (typeof STOP_CAUSES)[number];

/** Codes of transports and printers that are mended in the same way. */
const SAME: Readonly<Record<string, StopCause>> = {
  offline: 'off',
  refused: 'off',
  timeout: 'off',
  unreachable: 'off',
  busy: 'in-use',
  'unknown-host': 'address',
  'not-found': 'address',
  gone: 'address',
  missing: 'address',
  'access-denied': 'access',
  'not-supported': 'not-taken',
  stalled: 'broke-off',
  reset: 'broke-off',
  'closed-early': 'broke-off',
  aborted: 'broke-off',
  unknown: 'broke-off',
};

/** The cause behind a stop reason or a failed step, with or without its "printer-". */
export function stopCause(code: string | null): StopCause {
  const name = (code ?? '').split(':')[0]?.replace(/^printer-/, '') ?? '';
  return STOP_CAUSES.find((cause) => cause === name) ?? SAME[name] ?? 'other';
}

/** Causes that only say that the talk with the printer ended; what it says of itself explains more. */
const VAGUE: readonly StopCause[] = ['broke-off', 'off', 'other'];

/**
 * The cause of a batch that stopped. 'unknown' only says that a label is in doubt: its own step says why. Where that is
 * vague and the printer has since said what is wrong with it, that is the cause.
 */
export function causeOf(batch: BatchView, printers: readonly Pick<PrinterView, 'id' | 'status'>[] | null): StopCause {
  const step = batch.jobs.find((job) => job.position === batch.stoppedAt)?.step ?? null;
  const cause = stopCause(batch.stopReason === 'unknown' || batch.stopReason === null ? step : batch.stopReason);
  if (!VAGUE.includes(cause)) return cause;
  const printer = printers?.find((candidate) => candidate.id === batch.printerId);
  const said = printer === undefined ? null : blockingCondition(printer.status);
  return said === null ? cause : stopCause(said);
}

/** True where asking the printer may tell more than the talk that ended. */
export function isVague(cause: StopCause): boolean {
  return VAGUE.includes(cause);
}
