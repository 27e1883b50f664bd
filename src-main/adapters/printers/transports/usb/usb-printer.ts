import type { DeviceId } from './device-id.ts';

/** A printer found on USB. */
export interface UsbPrinter {
  /** For PrinterAddress: names the printer across restarts where it has a serial number, else the port it is in. */
  readonly device: string;
  readonly id: DeviceId;
}

/** The name of a device with a serial number; null when it has none and only its port tells it apart. */
export function serialKey(id: Pick<DeviceId, 'maker' | 'model' | 'serial'>): string | null {
  if (id.serial === null) return null;
  return `serial:${id.maker ?? ''}/${id.model ?? ''}/${id.serial}`;
}
