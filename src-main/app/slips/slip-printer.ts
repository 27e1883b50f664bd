import { ContractError } from '../../contract/errors.ts';
import type { PrinterProfile } from '../../core/label/printer-profile.ts';
import type { PrinterId } from '../../core/shared/ids.ts';
import type { Reads } from '../ports/store.ts';
import type { PrinterRole, PrinterRow, SlipKind } from '../ports/store-printing.ts';
import { isPrintClient } from '../printing/printer-of-role.ts';

/** A list is read at arm's length, what goes into the parcel is small. */
const ROLES: Record<SlipKind, readonly PrinterRole[]> = {
  'pick-list': ['sheet', 'slip', 'label'],
  'packing-slip': ['slip', 'label', 'sheet'],
  'thank-you-card': ['slip', 'label', 'sheet'],
};

/** The printer asked for, else the one whose task fits best. Throws ContractError 'printer-missing'. */
export async function slipPrinter(
  reads: Pick<Reads, 'printers'>,
  kind: SlipKind,
  printerId: PrinterId | null,
): Promise<PrinterRow> {
  const printers = (await reads.printers()).filter((printer) => !isPrintClient(printer));
  const byRole = ROLES[kind].flatMap((role) => printers.filter((printer) => printer.roles.includes(role)));
  const chosen = printerId === null ? (byRole[0] ?? printers[0]) : printers.find((printer) => printer.id === printerId);
  if (chosen === undefined) throw new ContractError('printer-missing');
  return chosen;
}

/** The usual rolls are 58 and 80 mm wide; wider paper in an ESC/POS printer is labels. */
const WIDEST_ROLL_MM = 84;

/** Prints on a roll, line by line, and not on labels or sheets. */
export function isReceiptPrinter({ language, mediaWidthMm }: PrinterProfile): boolean {
  return language === 'escpos' && mediaWidthMm <= WIDEST_ROLL_MM;
}
