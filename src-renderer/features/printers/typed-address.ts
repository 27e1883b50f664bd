import type { PrinterAddressView } from '../../../src-main/contract/methods/printers.ts';

export type AddressKind = 'tcp' | 'serial' | 'folder';

/** An address as typed: figures stay text. */
export interface TypedAddress {
  readonly kind: AddressKind;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly baudRate: string;
}

/** The address that was typed; null when it cannot be one (the bounds are the contract's). */
export function typedAddress(typed: TypedAddress): PrinterAddressView | null {
  const path = typed.path.trim();
  switch (typed.kind) {
    case 'tcp': {
      const host = typed.host.trim();
      const port = wholeNumber(typed.port, 1, 65_535);
      return host === '' || /\s/.test(host) || port === null ? null : { kind: 'tcp', host, port };
    }
    case 'serial': {
      const baudRate = wholeNumber(typed.baudRate, 1_200, 4_000_000);
      return path === '' || baudRate === null ? null : { kind: 'serial', path, baudRate };
    }
    case 'folder':
      return path === '' ? null : { kind: 'folder', path };
  }
}

function wholeNumber(text: string, lowest: number, highest: number): number | null {
  const value = /^\d{1,7}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= lowest && value <= highest ? value : null;
}
