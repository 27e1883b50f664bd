import type { PrinterId } from '../../core/shared/ids.ts';
import {
  PRINTER_CONDITIONS,
  type PrinterCondition,
  type PrinterStatus,
  type TransportOutcome,
} from '../ports/printers.ts';
import type { PrinterStates } from './printer-states.ts';

const CONDITIONS: ReadonlySet<string> = new Set(PRINTER_CONDITIONS);
const isCondition = (reason: string): reason is PrinterCondition => CONDITIONS.has(reason);
/** Says something of the job or of this program, and nothing of the printer. */
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  'aborted',
  'not-taken',
  'not-supported',
  'waybill-empty',
  'waybill-undecodable',
]);

/** What an attempt to print tells of the printer; null: nothing certain. */
export function statusAfter(outcome: TransportOutcome): PrinterStatus | null {
  switch (outcome.kind) {
    case 'confirmed':
      return { kind: 'answered', conditions: [], isBusy: false };
    case 'sent':
      return null;
    case 'uncertain':
      return isCondition(outcome.reason) ? answered(outcome.reason) : null;
    case 'not-sent': {
      const { reason } = outcome;
      if (isCondition(reason)) return answered(reason);
      return SAYS_NOTHING.has(reason) ? null : { kind: 'unreachable', reason };
    }
  }
}

function answered(condition: PrinterCondition): PrinterStatus {
  return { kind: 'answered', conditions: [condition], isBusy: false };
}

/** Keeps what an attempt to print told of the printer. A job that was taken proves that an unreachable one is back. */
export async function noteOutcome(states: PrinterStates, id: PrinterId, outcome: TransportOutcome): Promise<void> {
  const status = statusAfter(outcome);
  if (status !== null) return states.note(id, status);
  if (outcome.kind === 'sent' && states.of(id)?.status.kind === 'unreachable')
    return states.note(id, { kind: 'silent' });
}
