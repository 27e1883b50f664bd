/** A USB printer as an open device library sees it: the seam behind which the `usb` package stands. */
export interface UsbDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber: string | null;
  readonly manufacturerName: string | null;
  readonly productName: string | null;
  /** Bus and port chain, e.g. '1-2.3': where it is plugged in. */
  readonly port: string;
  /** Its first interface of the printer class. */
  readonly printer: UsbPrinterInterface;
  /** Opens the device and claims the interface. Rejects with the library's error. */
  open(): Promise<void>;
  /** Lets go of it; pending transfers reject. Never rejects. */
  close(): Promise<void>;
  /** Sends bytes; how many were taken. Rejects on a stall, an unplug or when closed. */
  transferOut(bytes: Uint8Array): Promise<number>;
  /** Waits for bytes; empty when none came in the device library's own time. Rejects when gone. */
  transferIn(length: number): Promise<Uint8Array>;
  /** The IEEE-1284 id (USB printer class 1.1 §4.2.1, GET_DEVICE_ID), null when it has none. Open first. */
  deviceId(): Promise<string | null>;
}

/** Endpoints of an interface of class 7 (USB printer class 1.1 §5). */
export interface UsbPrinterInterface {
  readonly interfaceNumber: number;
  readonly alternateSetting: number;
  readonly configurationValue: number;
  readonly outEndpoint: number;
  /** Null: a one-way printer. */
  readonly inEndpoint: number | null;
}

/** All USB devices with a printer interface. Rejects when USB cannot be had at all. */
export type ListUsbDevices = () => Promise<readonly UsbDevice[]>;
