import { constants } from 'node:fs';
import { open, readdir, readFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { deviceFault, LineFault, type Line } from '../line.ts';
import { readDeviceId } from './device-id.ts';
import { serialKey, type UsbPrinter } from './usb-printer.ts';

/** Where the kernel's usblp driver keeps its printers. */
export interface UsblpFolders {
  readonly devices: string;
  readonly classes: string;
}

const FOLDERS: UsblpFolders = { devices: '/dev/usb', classes: '/sys/class/usbmisc' };
/** How often a device that takes or sends nothing is looked at. */
const LOOK_MS = 5;
const READ_BYTES = 512;

/** The printers the kernel has a node for (lp0, lp1 …); empty where there is no such driver. */
export async function listUsblpPrinters(folders: UsblpFolders = FOLDERS): Promise<readonly UsbPrinter[]> {
  return (await nodes(folders)).map(({ file, printer: { id } }) => ({ device: serialKey(id) ?? file, id }));
}

/** Opens a printer by its `device` name. Throws LineFault. */
export async function openUsblp(device: string, folders: UsblpFolders = FOLDERS): Promise<Line> {
  const file = device.startsWith('serial:') ? await fileOf(device, folders) : device;
  try {
    return new UsblpLine(await open(file, constants.O_RDWR | constants.O_NONBLOCK));
  } catch (error) {
    throw new LineFault(deviceFault((error as NodeJS.ErrnoException).code));
  }
}

async function fileOf(device: string, folders: UsblpFolders): Promise<string> {
  const found = (await nodes(folders)).find(({ printer }) => serialKey(printer.id) === device);
  if (found === undefined) throw new LineFault('not-found');
  return found.file;
}

async function nodes(folders: UsblpFolders): Promise<{ file: string; printer: Pick<UsbPrinter, 'id'> }[]> {
  const names = await readdir(folders.devices).catch((): string[] => []);
  const printers = names.filter((name) => /^lp\d+$/.test(name)).toSorted();
  return Promise.all(
    printers.map(async (name) => {
      const idFile = path.join(folders.classes, name, 'device', 'ieee1284_id');
      const id = readDeviceId(await readFile(idFile, 'latin1').catch(() => ''));
      return { file: path.join(folders.devices, name), printer: { id } };
    }),
  );
}

/**
 * The device file, opened without waiting (O_NONBLOCK): a printer that takes nothing answers EAGAIN, where a plain write
 * would hold one of Node's few file threads for good. A partial write is normal (Linux drivers/usb/class/usblp.c).
 */
class UsblpLine implements Line {
  readonly #file: FileHandle;
  #isOpen = true;
  #reading: Promise<void> = Promise.resolve();

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async write(bytes: Uint8Array): Promise<number> {
    for (;;) {
      const count = await this.#tryWrite(bytes, bytes.length);
      if (count !== null && count > 0) return count;
      await pause(LOOK_MS);
    }
  }

  /** The last piece may still be on its way, and closing would cut it off: an empty write tells when it is done. */
  async drain(): Promise<void> {
    while ((await this.#tryWrite(new Uint8Array(1), 0)) === null) await pause(LOOK_MS);
  }

  listen(heard: (bytes: Uint8Array) => void): void {
    this.#reading = this.#read(heard);
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    await this.#reading;
    await this.#file.close().catch(() => undefined);
  }

  /** How many bytes were taken; null: none now. */
  async #tryWrite(bytes: Uint8Array, length: number): Promise<number | null> {
    if (!this.#isOpen) throw new Error('line closed');
    try {
      return (await this.#file.write(bytes, 0, length, null)).bytesWritten;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return null;
      throw error;
    }
  }

  async #read(heard: (bytes: Uint8Array) => void): Promise<void> {
    const buffer = new Uint8Array(READ_BYTES);
    while (this.#isOpen) {
      try {
        const { bytesRead } = await this.#file.read(buffer, 0, buffer.length, null);
        if (bytesRead > 0) heard(buffer.slice(0, bytesRead));
        else await pause(LOOK_MS);
      } catch (error) {
        // Printers that cannot be read from at all are no fault: writing tells when the line broke.
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
        await pause(LOOK_MS);
      }
    }
  }
}
