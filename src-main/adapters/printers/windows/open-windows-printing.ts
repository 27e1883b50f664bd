import { openNativeDrawing } from './native-drawing.ts';
import { openNativeSpooler } from './native-spooler.ts';
import { openNativeUsb } from './native-usb.ts';
import type { WindowsPrinting } from './windows-printing.ts';

/** Windows' own libraries through koffi. Imported on Windows only, by load-windows-printing.ts. Throws where one is missing. */
export function openWindowsPrinting(): WindowsPrinting {
  return { spooler: openNativeSpooler(), drawing: openNativeDrawing(), usb: openNativeUsb() };
}
