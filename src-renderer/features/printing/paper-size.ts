import type { PrinterView } from '../../../src-main/contract/methods/printers.ts';
import type { PaperView } from '../../../src-main/contract/methods/printing.ts';

/** Dots per millimetre by resolution; "203 dpi" heads have exactly 8. */
const DOTS_PER_MM: Readonly<Record<PrinterView['profile']['dpi'], number>> = {
  203: 8,
  300: 300 / 25.4,
  600: 600 / 25.4,
};

/** Size of a paper of the virtual printer, in whole millimetres. */
export function paperSizeMm(
  paper: Pick<PaperView, 'widthDots' | 'heightDots'>,
  printers: readonly PrinterView[],
): { readonly widthMm: number; readonly heightMm: number } {
  const dpi = printers.find((printer) => printer.isVirtual)?.profile.dpi ?? 203;
  const dots = DOTS_PER_MM[dpi];
  return { widthMm: Math.round(paper.widthDots / dots), heightMm: Math.round(paper.heightDots / dots) };
}
