import { LineFault, type Line } from '../transports/line.ts';
import { pause, within } from './call-limit.ts';
import type { LoadWindowsPrinting } from './load-windows-printing.ts';
import { reasonOfCall } from './spooled-job.ts';
import { usbPrinterKey } from './usb-printer-key.ts';
import type { WindowsHandle, WindowsUsbDevices } from './windows-printing.ts';

const OPEN_MS = 5_000;
/** usbprint.sys may answer a read at once with nothing. */
const LOOK_MS = 10;

/** Opens a USB printer by its key (usbPrinterKey), wherever it is plugged in now. Throws LineFault. */
export async function openUsbprint(load: LoadWindowsPrinting, key: string): Promise<Line> {
  const usb = (await load())?.usb;
  if (usb === undefined) throw new LineFault('not-supported');
  try {
    const path = (await usb.listPaths()).find((candidate) => usbPrinterKey(candidate) === key);
    if (path === undefined) throw new LineFault('not-found');
    const opening = usb.open(path);
    const device = await within(OPEN_MS, opening).catch((fault: unknown) => {
      // One that opens too late would stay held.
      void opening.then((late) => usb.close(late)).catch(() => undefined);
      throw fault;
    });
    return new UsbprintLine(usb, device);
  } catch (fault) {
    throw fault instanceof LineFault ? fault : new LineFault(reasonOfCall(fault));
  }
}

/** The device serves one program at a time: while the spooler prints to it, it cannot be opened. */
class UsbprintLine implements Line {
  readonly #usb: WindowsUsbDevices;
  readonly #device: WindowsHandle;
  #isOpen = true;

  constructor(usb: WindowsUsbDevices, device: WindowsHandle) {
    this.#usb = usb;
    this.#device = device;
  }

  async write(bytes: Uint8Array): Promise<number> {
    for (;;) {
      if (!this.#isOpen) throw new Error('line closed');
      const count = await this.#usb.write(this.#device, bytes);
      if (count > 0 || bytes.length === 0) return count;
      await pause(LOOK_MS);
    }
  }

  /** A write ends when the device has taken it. */
  drain(): Promise<void> {
    return Promise.resolve();
  }

  listen(heard: (bytes: Uint8Array) => void): void {
    void this.#read(heard);
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    await this.#usb.close(this.#device);
  }

  async #read(heard: (bytes: Uint8Array) => void): Promise<void> {
    while (this.#isOpen) {
      try {
        const said = await this.#usb.read(this.#device);
        if (said.length > 0) heard(said);
        else await pause(LOOK_MS);
      } catch {
        // Printers that cannot be read from at all are no fault: writing tells when the line broke.
        return;
      }
    }
  }
}
