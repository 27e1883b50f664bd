import type { WebUSB } from 'usb';
import type { ListUsbDevices, UsbDevice, UsbPrinterInterface } from './usb-device.ts';

const PRINTER_CLASS = 7;
/** One-way printers have no way back; 1284.4 packets (protocol 3) would need another protocol (USB printer class 1.1 §5.3). */
const RAW_PROTOCOLS: ReadonlySet<number> = new Set([1, 2]);
const MAX_DEVICE_ID = 1_024;
const READ_TIMEOUT_MS = 50;
const ID_TIMEOUT_MS = 500;
/** Longer than a job waits for progress: a transfer must only never hang for good. */
const WRITE_TIMEOUT_MS = 10_000;

type LibraryDevice = Awaited<ReturnType<WebUSB['getDevices']>>[number];

/** The package's types lean on a browser library that is not loaded here: what of WebUSB is read. */
interface LibraryConfiguration {
  readonly configurationValue: number;
  readonly interfaces: readonly {
    readonly interfaceNumber: number;
    readonly alternates: readonly {
      readonly alternateSetting: number;
      readonly interfaceClass: number;
      readonly interfaceProtocol: number;
      readonly endpoints: readonly {
        readonly endpointNumber: number;
        readonly type: 'bulk' | 'interrupt' | 'isochronous';
        readonly direction: 'in' | 'out';
      }[];
    }[];
  }[];
}

/** The devices of the `usb` package, loaded only when somebody looks for USB. */
export const listWebUsbDevices: ListUsbDevices = async () => {
  const { usb } = await import('usb');
  const devices = await usb.getDevices();
  return devices.flatMap((device) => {
    const printer = printerInterface(device);
    return printer === null ? [] : [new WebUsbDevice(device, printer)];
  });
};

function printerInterface(device: LibraryDevice): UsbPrinterInterface | null {
  const configurations: readonly LibraryConfiguration[] = device.configurations;
  for (const { configurationValue, interfaces } of configurations) {
    for (const { interfaceNumber, alternates } of interfaces) {
      for (const alternate of alternates) {
        if (alternate.interfaceClass !== PRINTER_CLASS || !RAW_PROTOCOLS.has(alternate.interfaceProtocol)) continue;
        const bulk = alternate.endpoints.filter(({ type }) => type === 'bulk');
        const out = bulk.find(({ direction }) => direction === 'out');
        if (out === undefined) continue;
        return {
          interfaceNumber,
          configurationValue,
          alternateSetting: alternate.alternateSetting,
          outEndpoint: out.endpointNumber,
          inEndpoint: bulk.find(({ direction }) => direction === 'in')?.endpointNumber ?? null,
        };
      }
    }
  }
  return null;
}

class WebUsbDevice implements UsbDevice {
  readonly printer: UsbPrinterInterface;
  readonly #device: LibraryDevice;

  constructor(device: LibraryDevice, printer: UsbPrinterInterface) {
    this.#device = device;
    this.printer = printer;
  }

  get vendorId(): number {
    return this.#device.vendorId;
  }
  get productId(): number {
    return this.#device.productId;
  }
  get serialNumber(): string | null {
    return this.#device.serialNumber ?? null;
  }
  get manufacturerName(): string | null {
    return this.#device.manufacturerName ?? null;
  }
  get productName(): string | null {
    return this.#device.productName ?? null;
  }
  get port(): string {
    return `${this.#device.bus}-${this.#device.ports.join('.')}`;
  }

  async open(): Promise<void> {
    const { interfaceNumber, alternateSetting, configurationValue } = this.printer;
    await this.#device.open();
    if (this.#device.configuration?.configurationValue !== configurationValue) {
      await this.#device.selectConfiguration(configurationValue);
    }
    await this.#device.claimInterface(interfaceNumber);
    if (alternateSetting !== 0) await this.#device.selectAlternateInterface(interfaceNumber, alternateSetting);
  }

  async close(): Promise<void> {
    await this.#device.releaseInterface(this.printer.interfaceNumber).catch(() => undefined);
    await this.#device.close().catch(() => undefined);
  }

  transferOut(bytes: Uint8Array): Promise<number> {
    return this.#device.nativeTransferOut(this.printer.outEndpoint, WRITE_TIMEOUT_MS, bytes);
  }

  async transferIn(length: number): Promise<Uint8Array> {
    const { inEndpoint } = this.printer;
    if (inEndpoint === null) throw new Error('a one-way printer');
    return (await this.#device.nativeTransferIn(inEndpoint, READ_TIMEOUT_MS, length)) ?? new Uint8Array(0);
  }

  async deviceId(): Promise<string | null> {
    const { interfaceNumber, alternateSetting } = this.printer;
    const setup = {
      requestType: 'class',
      recipient: 'interface',
      request: 0,
      value: 0,
      index: (interfaceNumber << 8) | alternateSetting,
    } as const;
    const answer = await this.#device.nativeControlTransferIn(setup, ID_TIMEOUT_MS, MAX_DEVICE_ID).catch(() => null);
    // The length comes first, in two bytes, and counts itself.
    return answer === null || answer.length < 3 ? null : Buffer.from(answer.subarray(2)).toString('latin1');
  }
}
