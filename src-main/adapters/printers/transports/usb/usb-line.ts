import { setTimeout as pause } from 'node:timers/promises';
import { LineFault, type Line } from '../line.ts';
import { readDeviceId } from './device-id.ts';
import type { ListUsbDevices, UsbDevice } from './usb-device.ts';
import { serialKey, type UsbPrinter } from './usb-printer.ts';

const READ_BYTES = 512;
/** A read that fails at once must not turn into a busy loop. */
const AFTER_FAULT_MS = 20;

/** The printers among the devices. One that another program holds is named by what it says without being opened. */
export async function listOpenUsbPrinters(list: ListUsbDevices): Promise<readonly UsbPrinter[]> {
  const printers: UsbPrinter[] = [];
  for (const device of await list()) {
    const told = readDeviceId((await askDeviceId(device)) ?? '');
    const id = {
      maker: told.maker ?? device.manufacturerName,
      model: told.model ?? device.productName,
      serial: told.serial ?? device.serialNumber,
      commands: told.commands,
    };
    printers.push({ device: keyOf(device), id });
  }
  return printers;
}

/** Opens a printer by its `device` name. Throws LineFault. */
export async function openUsbLine(device: string, list: ListUsbDevices): Promise<Line> {
  const devices = await list().catch(() => {
    throw new LineFault('not-supported');
  });
  const found = devices.find((candidate) => keyOf(candidate) === device);
  if (found === undefined) throw new LineFault('not-found');
  try {
    await found.open();
  } catch (error) {
    await found.close();
    throw new LineFault(openFault(error));
  }
  return new UsbLine(found);
}

/** By maker, product and serial number; without a serial number by the port it is in. */
function keyOf({ vendorId, productId, serialNumber, port }: UsbDevice): string {
  const [maker, model] = [vendorId, productId].map((id) => id.toString(16).padStart(4, '0'));
  return (
    serialKey({ maker: maker ?? '', model: model ?? '', serial: serialNumber }) ?? `port:${maker}/${model}/${port}`
  );
}

async function askDeviceId(device: UsbDevice): Promise<string | null> {
  try {
    await device.open();
    return await device.deviceId();
  } catch {
    return null;
  } finally {
    await device.close();
  }
}

/** The library tells its faults in words only. */
function openFault(error: unknown): 'busy' | 'access-denied' | 'unreachable' {
  const words = error instanceof Error ? `${error.name} ${error.message}`.toLowerCase() : '';
  if (/busy|exclusive|in use|claimed/.test(words)) return 'busy';
  return /access|permission|denied|security/.test(words) ? 'access-denied' : 'unreachable';
}

class UsbLine implements Line {
  readonly #device: UsbDevice;
  #isOpen = true;
  #reading: Promise<void> = Promise.resolve();

  constructor(device: UsbDevice) {
    this.#device = device;
  }

  async write(bytes: Uint8Array): Promise<number> {
    const count = await this.#device.transferOut(bytes);
    if (count <= 0 || count > bytes.length) throw new Error('device took an impossible number of bytes');
    return count;
  }

  /** A finished bulk transfer is in the printer (USB 2.0 §5.8: the device acknowledged every packet). */
  drain(): Promise<void> {
    return Promise.resolve();
  }

  listen(heard: (bytes: Uint8Array) => void): void {
    if (this.#device.printer.inEndpoint !== null) this.#reading = this.#read(heard);
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    await this.#device.close();
    await this.#reading;
  }

  async #read(heard: (bytes: Uint8Array) => void): Promise<void> {
    while (this.#isOpen) {
      try {
        const bytes = await this.#device.transferIn(READ_BYTES);
        if (bytes.length > 0) heard(bytes);
        else await pause(1);
      } catch {
        await pause(AFTER_FAULT_MS);
      }
    }
  }
}
