import { describe, expect, it } from 'vitest';
import type { FoundPrinter, PrinterAddress } from '../../../../src-main/app/ports/printers.ts';
import { foundPrinterView, isSameAddress, profileView } from '../../../../src-main/app/printers/printer-view.ts';
import { refuseMismatch } from '../../../../src-main/app/printers/save-printer.ts';
import { PRINTER_LANGUAGES } from '../../../../src-main/core/label/printer-profile.ts';

const ADDRESSES: readonly PrinterAddress[] = [
  { kind: 'tcp', host: 'Printer.local', port: 9100 },
  { kind: 'queue', name: 'q' },
  { kind: 'driver', name: 'd' },
  { kind: 'usb', device: 'u' },
  { kind: 'serial', path: 'COM3', baudRate: 9_600 },
  { kind: 'folder', path: '/tmp' },
];

describe('the profile to begin with', () => {
  it('can be saved, whatever was found wherever', () => {
    for (const address of ADDRESSES) {
      for (const language of [...PRINTER_LANGUAGES, null]) {
        for (const model of [null, 'HP LaserJet M404', 'ZD421-300dpi', 'DYMO LabelWriter 4XL', 'POS-58']) {
          const profile = profileView({ address, language, model, dpi: null });
          expect(() => refuseMismatch(address, profile)).not.toThrow();
        }
      }
    }
  });
});

describe('isSameAddress', () => {
  it('is the same host in any case, and the same queue raw or drawn', () => {
    expect(isSameAddress(ADDRESSES[0]!, { kind: 'tcp', host: 'printer.LOCAL', port: 9100 })).toBe(true);
    expect(isSameAddress({ kind: 'queue', name: 'q' }, { kind: 'driver', name: 'q' })).toBe(true);
    expect(isSameAddress({ kind: 'serial', path: 'COM3', baudRate: 1_200 }, ADDRESSES[4]!)).toBe(true);
    for (const [index, one] of ADDRESSES.entries()) {
      expect(ADDRESSES.filter((other) => isSameAddress(one, other))).toEqual([ADDRESSES[index]]);
    }
  });
});

describe('foundPrinterView', () => {
  it('holds what the contract knows and no more', () => {
    const found: FoundPrinter & { secret: string } = {
      key: 'k',
      name: 'n',
      source: 'usb',
      address: ADDRESSES[3]!,
      model: null,
      language: null,
      dpi: null,
      secret: 'x',
    };
    expect(foundPrinterView(found, [])).not.toHaveProperty('secret');
  });
});
