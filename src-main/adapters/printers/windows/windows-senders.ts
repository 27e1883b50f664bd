import type { SystemSenders } from '../transports/sender.ts';
import { loadWindowsPrinting, type LoadWindowsPrinting } from './load-windows-printing.ts';
import { createWindowsDriverSender } from './windows-driver-sender.ts';
import { createWindowsQueueSender } from './windows-queue-sender.ts';
import { createWindowsUsbSender } from './windows-usb-sender.ts';

/** The ways to printers that are Windows' own. koffi is loaded at the first job; without it all end in 'not-supported'. */
export function createWindowsSenders(load: LoadWindowsPrinting = loadWindowsPrinting): SystemSenders {
  return {
    queue: createWindowsQueueSender(load),
    driver: createWindowsDriverSender(load),
    usb: createWindowsUsbSender(load),
  };
}
