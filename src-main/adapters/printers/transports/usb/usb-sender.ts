import { createLineSender } from '../line-sender.ts';
import type { Sender } from '../sender.ts';
import type { LineTiming } from '../timing.ts';
import type { ListUsbDevices } from './usb-device.ts';
import { listOpenUsbPrinters, openUsbLine } from './usb-line.ts';
import type { UsbPrinter } from './usb-printer.ts';
import { listUsblpPrinters, openUsblp, type UsblpFolders } from './usblp.ts';
import { listWebUsbDevices } from './web-usb.ts';

/** Small enough that a slow printer shows progress well within the stall limit. */
const CHUNK = 4 * 1024;

/** Linux: the kernel's printer nodes. */
export function createUsblpSender(folders?: UsblpFolders, timing?: Partial<LineTiming>): Sender<'usb'> {
  return createLineSender<'usb'>({
    open: ({ device }) => openUsblp(device, folders),
    keyOf: ({ device }) => device,
    chunkBytes: () => CHUNK,
    ...(timing === undefined ? {} : { timing }),
  });
}

/** macOS: the device itself, which has no driver of the system between. */
export function createUsbSender(list: ListUsbDevices = listWebUsbDevices, timing?: Partial<LineTiming>): Sender<'usb'> {
  return createLineSender<'usb'>({
    open: ({ device }) => openUsbLine(device, list),
    keyOf: ({ device }) => device,
    chunkBytes: () => CHUNK,
    ...(timing === undefined ? {} : { timing }),
  });
}

/** The USB printers of this system (not for Windows, which has its own list). Rejects where USB cannot be had. */
export function listUsbPrinters(platform: NodeJS.Platform): Promise<readonly UsbPrinter[]> {
  return platform === 'linux' ? listUsblpPrinters() : listOpenUsbPrinters(listWebUsbDevices);
}
