/** What the printer says it is. */
export interface PrinterIdentity {
  readonly model: string;
  readonly serial: string;
  readonly firmware: string;
  readonly dpi: 203 | 300 | 600;
}

export const DEFAULT_IDENTITY: PrinterIdentity = {
  model: 'Virtual-4',
  serial: 'V0000001',
  firmware: 'V1.00',
  dpi: 203,
};

/** Dots of a millimetre of its head. */
export function dotsPerMmOf({ dpi }: PrinterIdentity): number {
  return dpi === 203 ? 8 : dpi / 25.4;
}
