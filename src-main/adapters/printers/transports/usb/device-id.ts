/** The fields of an IEEE-1284 device id that printers fill in. */
export interface DeviceId {
  readonly maker: string | null;
  readonly model: string | null;
  readonly serial: string | null;
  /** Languages the printer claims, e.g. 'TSPL2' or 'XPP,XL'. */
  readonly commands: string | null;
}

/** Reads `MFG:…;MDL:…;CMD:…;SN:…;` in short or long spelling (IEEE 1284-2000 §7.6). Unknown fields are left out. */
export function readDeviceId(text: string): DeviceId {
  const fields = new Map<string, string>();
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    const value = part.slice(colon + 1).trim();
    if (colon > 0 && value !== '') fields.set(part.slice(0, colon).trim().toUpperCase(), value);
  }
  const first = (...names: readonly string[]): string | null =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined) ?? null;
  return {
    maker: first('MFG', 'MANUFACTURER'),
    model: first('MDL', 'MODEL'),
    serial: first('SN', 'SERN', 'SERIALNUMBER', 'SERIAL NUMBER'),
    commands: first('CMD', 'COMMAND SET'),
  };
}
