import { readDeviceId } from '../transports/usb/device-id.ts';
import type { UsbPrinter } from '../transports/usb/usb-printer.ts';
import { within } from './call-limit.ts';
import { loadWindowsPrinting, type LoadWindowsPrinting } from './load-windows-printing.ts';
import { usbPrinterKey } from './usb-printer-key.ts';
import type { WindowsUsbDevices } from './windows-printing.ts';

const OPEN_MS = 2_000;

/** USB printers plugged into this Windows, also those without a driver. Null: no Windows. Errors: WindowsFault. */
export async function listWindowsUsbPrinters(
  load: LoadWindowsPrinting = loadWindowsPrinting,
): Promise<readonly UsbPrinter[] | null> {
  const usb = (await load())?.usb;
  if (usb === undefined) return null;
  const printers: UsbPrinter[] = [];
  for (const path of await usb.listPaths()) {
    const device = usbPrinterKey(path);
    if (device !== null) printers.push({ device, id: readDeviceId(await readId(usb, path)) });
  }
  return printers;
}

/** What the printer says of itself; nothing while another program holds it. */
async function readId(usb: WindowsUsbDevices, path: string): Promise<string> {
  const opening = usb.open(path);
  try {
    const device = await within(OPEN_MS, opening);
    return (await within(OPEN_MS, usb.deviceId(device))) ?? '';
  } catch {
    return '';
  } finally {
    void opening.then((device) => usb.close(device)).catch(() => undefined);
  }
}
