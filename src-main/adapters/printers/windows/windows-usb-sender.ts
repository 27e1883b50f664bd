import { createLineSender } from '../transports/line-sender.ts';
import type { Sender } from '../transports/sender.ts';
import type { LineTiming } from '../transports/timing.ts';
import type { LoadWindowsPrinting } from './load-windows-printing.ts';
import { openUsbprint } from './usbprint-line.ts';

const CHUNK = 16 * 1024;

/** USB printers through usbprint.sys, the driver Windows itself loads for them, without a queue (printing.md §3). */
export function createWindowsUsbSender(load: LoadWindowsPrinting, timing: Partial<LineTiming> = {}): Sender<'usb'> {
  return createLineSender<'usb'>({
    open: ({ device }) => openUsbprint(load, device),
    keyOf: ({ device }) => device,
    chunkBytes: () => CHUNK,
    timing,
  });
}
