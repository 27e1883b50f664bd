import { ContractError } from '../../contract/errors.ts';
import type { PrinterId } from '../../core/shared/ids.ts';
import type { Reads } from '../ports/store.ts';
import type { PrinterRole, PrinterRow } from '../ports/store-printing.ts';

/** The printer that has this task; for labels any other one rather than none. */
export function printerOfRole(printers: readonly PrinterRow[], role: PrinterRole): PrinterRow | null {
  const own = printers.find((printer) => printer.roles.includes(role));
  return own ?? (role === 'label' ? (printers[0] ?? null) : null);
}

/** The printer that labels go to. Throws ContractError 'printer-missing' when none is set up. */
export async function labelPrinterId(reads: Pick<Reads, 'printers'>): Promise<PrinterId> {
  const printer = printerOfRole(await reads.printers(), 'label');
  if (printer === null) throw new ContractError('printer-missing');
  return printer.id;
}
