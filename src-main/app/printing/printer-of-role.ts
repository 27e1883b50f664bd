import { ContractError } from '../../contract/errors.ts';
import type { LabelKind } from '../../core/label/label-kind.ts';
import type { LabelId, PrinterId } from '../../core/shared/ids.ts';
import type { Reads } from '../ports/store.ts';
import type { PrinterRole, PrinterRow } from '../ports/store-printing.ts';

/** Cainiao's client draws waybills and takes nothing else; nobody else can draw one. */
export function isPrintClient({ address }: Pick<PrinterRow, 'address'>): boolean {
  return address.kind === 'print-client';
}

/** Whether a label of this kind can come out of the printer. */
export function takesLabel(printer: Pick<PrinterRow, 'address'>, kind: LabelKind): boolean {
  return isPrintClient(printer) === (kind === 'cainiao');
}

/** The printer that has this task; for labels and waybills any other one that can rather than none. */
export function printerOfRole(printers: readonly PrinterRow[], role: PrinterRole): PrinterRow | null {
  const own = printers.find((printer) => printer.roles.includes(role));
  if (own !== undefined || (role !== 'label' && role !== 'waybill')) return own ?? null;
  return printers.find((printer) => isPrintClient(printer) === (role === 'waybill')) ?? null;
}

/**
 * The printer for a label of this kind: the one meant for it where that can print it, else the one with the task. While
 * the label is not there (null) any will do: it finds its printer when it comes. Null: there is none.
 */
export function printerForLabel(
  printers: readonly PrinterRow[],
  kind: LabelKind | null,
  meantId: PrinterId | null = null,
): PrinterRow | null {
  const meant = printers.find((printer) => printer.id === meantId);
  if (kind === null) return meant ?? printerOfRole(printers, 'label') ?? printerOfRole(printers, 'waybill');
  if (meant !== undefined && takesLabel(meant, kind)) return meant;
  return printerOfRole(printers, kind === 'cainiao' ? 'waybill' : 'label');
}

/** Why a label of this kind cannot be printed: a job's step, an order's refusal. */
export function missingPrinter(kind: LabelKind | null): 'waybill-printer-missing' | 'label-printer-missing' {
  return kind === 'cainiao' ? 'waybill-printer-missing' : 'label-printer-missing';
}

/** As printerForLabel, for a label in the store. Throws ContractError 'printer-missing' with the `role` that is wanted. */
export async function labelPrinterId(
  reads: Pick<Reads, 'printers' | 'labelKind'>,
  labelId: LabelId | null,
  meantId: PrinterId | null = null,
): Promise<PrinterId> {
  const kind = labelId === null ? null : await reads.labelKind(labelId);
  const printer = printerForLabel(await reads.printers(), kind, meantId);
  if (printer !== null) return printer.id;
  throw new ContractError('printer-missing', { role: kind === 'cainiao' ? 'waybill' : 'label' });
}
