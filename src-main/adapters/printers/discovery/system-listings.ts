import { cupsFault } from '../transports/cups/cups-server.ts';
import { listQueues, type SystemQueue } from '../transports/cups/list-queues.ts';
import type { Line } from '../transports/line.ts';
import { listSerialPorts, openSerialPort, type SerialPortInfo } from '../transports/serial/serial-port.ts';
import { readDeviceId } from '../transports/usb/device-id.ts';
import type { UsbPrinter } from '../transports/usb/usb-printer.ts';
import { openUsbLine } from '../transports/usb/usb-line.ts';
import { listUsbPrinters } from '../transports/usb/usb-sender.ts';
import { openUsblp } from '../transports/usb/usblp.ts';
import { listWebUsbDevices } from '../transports/usb/web-usb.ts';
import { listWindowsQueues, type ListedWindowsQueue } from '../windows/list-windows-queues.ts';
import { listWindowsUsbPrinters } from '../windows/list-windows-usb-printers.ts';
import {
  FindFault,
  type ListedQueue,
  type ListedSerialPort,
  type ListedUsbPrinter,
  type SystemListings,
} from './listings.ts';

/** What this system knows of printers: Windows' spooler and usbprint, or CUPS and USB devices; serial ports everywhere. */
export function systemListings(platform: NodeJS.Platform): SystemListings {
  const isWindows = platform === 'win32';
  return {
    listQueues: async () =>
      isWindows ? ((await listWindowsQueues())?.map(windowsQueue) ?? null) : (await cupsQueues()).map(cupsQueue),
    listUsb: async () =>
      (isWindows ? await listWindowsUsbPrinters() : await listUsbPrinters(platform))?.map(usbPrinter) ?? null,
    listSerial: async () => (await serialPorts()).filter(couldHavePrinter).map(serialPort),
    // On Windows the device id is all that is asked; the printer's own words come by its queue's driver.
    openUsb: async (device) => {
      if (isWindows) return null;
      return platform === 'linux' ? openUsblp(device) : openUsbLine(device, listWebUsbDevices);
    },
    openSerial,
  };
}

async function cupsQueues(): Promise<readonly SystemQueue[]> {
  try {
    return await listQueues();
  } catch (error) {
    const reason = cupsFault(error);
    throw new FindFault(reason === 'not-supported' ? 'no-cups' : reason === 'access-denied' ? 'no-access' : 'failed');
  }
}

/** Linux lists its ports by a program (udevadm) that small systems lack. */
async function serialPorts(): Promise<readonly SerialPortInfo[]> {
  try {
    return await listSerialPorts();
  } catch (error) {
    const isMissing = error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new FindFault(isMissing ? 'not-supported' : 'failed');
  }
}

/** CUPS calls the model of a queue without a driver so. */
const RAW_MODEL = /raw (printer|queue)/i;

export function cupsQueue({ name, label, model, deviceUri, deviceId }: SystemQueue): ListedQueue {
  const id = deviceId === null ? null : readDeviceId(deviceId);
  const isRaw = model === null || RAW_MODEL.test(model);
  const words = {
    maker: id?.maker ?? null,
    model: id?.model ?? (isRaw ? null : model),
    commands: id?.commands ?? null,
  };
  return { name, label, words, serial: id?.serial ?? null, port: deviceUri, isRaw };
}

/** Windows' own driver that hands on what it gets. */
const TEXT_DRIVER = /^generic \/ text only$/i;

export function windowsQueue({ name, port, driver }: ListedWindowsQueue): ListedQueue {
  const isRaw = TEXT_DRIVER.test(driver);
  const words = { maker: null, model: isRaw ? null : driver, commands: null };
  return { name, label: name, words, serial: null, port, isRaw };
}

function usbPrinter({ device, id: { maker, model, commands, serial } }: UsbPrinter): ListedUsbPrinter {
  return { device, words: { maker, model, commands }, serial };
}

/** The mainboard's own ports are listed whether there is a plug or not, and these two are macOS's own. */
const NO_PRINTER = /^\/dev\/ttyS\d+$|Bluetooth-Incoming-Port|debug-console/;

export function couldHavePrinter({ path, manufacturer }: SerialPortInfo): boolean {
  return manufacturer !== null || !NO_PRINTER.test(path);
}

/** macOS names a Bluetooth port after its printer. */
export function serialPort({ path, manufacturer }: SerialPortInfo): ListedSerialPort {
  const [, bluetoothName] = /^\/dev\/(?:tty|cu)\.(.+)$/.exec(path) ?? [];
  return { path, label: bluetoothName ?? manufacturer };
}

async function openSerial(path: string, baudRate: number): Promise<Line> {
  const port = await openSerialPort(path, baudRate);
  return {
    write: async (bytes) => {
      await port.write(bytes);
      return bytes.length;
    },
    drain: () => port.drain(),
    listen: (heard) => port.listen(heard),
    close: () => port.close(),
  };
}
