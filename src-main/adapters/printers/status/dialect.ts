import type { PrinterCondition } from '../../../app/ports/printers.ts';

/** What a printer answered to its language's status question. */
export interface StatusAnswer {
  readonly conditions: readonly PrinterCondition[];
  readonly isBusy: boolean;
  /** The answer itself says that nothing received so far is still to be printed. */
  readonly isAllPrinted: boolean;
}

/** The status question of one printer language, and how its answers are read. Pure. */
export interface StatusDialect {
  readonly query: Uint8Array;
  /** The dots of a picture may look like the question: what comes back during a job proves nothing. */
  readonly isSetOffByPictures?: true;
  /**
   * Reads all bytes that came back since the question, in any pieces and with other talk in between: the whole answers
   * among them, oldest first.
   */
  read(received: Uint8Array): readonly StatusAnswer[];
}

/** News that do not keep a printer from printing. */
const HARMLESS: ReadonlySet<PrinterCondition> = new Set(['paper-low', 'label-waiting']);

/** The first condition that keeps the printer from printing, or null. */
export function blockingCondition(conditions: readonly PrinterCondition[]): PrinterCondition | null {
  return conditions.find((condition) => !HARMLESS.has(condition)) ?? null;
}

/** Whether the printer would take and print a job at once. */
export function isIdle({ conditions, isBusy }: StatusAnswer): boolean {
  return !isBusy && blockingCondition(conditions) === null;
}

/** An answer that proves nothing beyond itself. */
export function plainAnswer(conditions: readonly PrinterCondition[], isBusy = false): StatusAnswer {
  return { conditions, isBusy, isAllPrinted: false };
}
