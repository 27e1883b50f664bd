import { create } from 'zustand';
import type { PrinterView } from '../../src-main/contract/methods/printers.ts';

/** The printer that is being set up over the screen: a saved one, or null in `printer` for a new one. */
interface PrinterSetUp {
  readonly open: { readonly printer: PrinterView | null } | null;
}

export const usePrinterSetUp = create<PrinterSetUp>(() => ({ open: null }));

/** Opens the guide that finds a printer and puts its label right; with a saved printer it begins at the paper. */
export function openPrinterSetUp(printer: PrinterView | null = null): void {
  usePrinterSetUp.setState({ open: { printer } });
}

export function closePrinterSetUp(): void {
  usePrinterSetUp.setState({ open: null });
}
