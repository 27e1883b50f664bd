import type { PrinterCondition, PrinterStatus } from '../ports/printers.ts';

/** 'paper-low' and a label waiting to be taken are news, no trouble. */
const HARMLESS: readonly PrinterCondition[] = ['paper-low', 'label-waiting'];

/** The first condition that keeps the printer from printing; null: it is ready, or does not say. */
export function troubleOf(status: PrinterStatus): PrinterCondition | null {
  if (status.kind !== 'answered') return null;
  return status.conditions.find((condition) => !HARMLESS.includes(condition)) ?? null;
}
