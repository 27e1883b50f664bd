import type { Words } from './use-words.ts';

/** The name that main gives the demo's printer, until the seller gives it another. */
export const VIRTUAL_NAME = 'virtual';

/** What a printer is called on screen: the demo's own one has a name in each language. */
export function printerName(printer: { readonly name: string; readonly isVirtual: boolean }, t: Words): string {
  return printer.isVirtual && printer.name === VIRTUAL_NAME ? t('printing:printers.virtual') : printer.name;
}
