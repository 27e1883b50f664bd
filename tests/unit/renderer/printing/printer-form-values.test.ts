import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileSchema, type PrinterView } from '../../../../src-main/contract/methods/printing.ts';
import { DEFAULT_PROFILE } from '../../../../src-main/core/label/printer-profile.ts';
import { MEDIA_PRESETS, presetOf } from '../../../../src-renderer/features/printing/media-presets.ts';
import { paperSizeMm } from '../../../../src-renderer/features/printing/paper-size.ts';
import {
  figure,
  formValues,
  printerFaults,
  profileOf,
} from '../../../../src-renderer/features/printing/printer-form-values.ts';

const printer: PrinterView = {
  id: 'p',
  name: 'Desk',
  host: '10.0.0.9',
  port: 9100,
  isDefault: true,
  isVirtual: false,
  profile: { ...DEFAULT_PROFILE, headDots: 864, speedIps: 4, density: 8, offsetXMm: -1.5, rotation: 180 },
};
const filled = { ...formValues(null, true), name: 'Desk', host: 'zebra.local' };

describe('formValues', () => {
  it('starts with the common desk printer, the first one as default', () => {
    expect(profileOf(filled, null)).toEqual(DEFAULT_PROFILE);
    expect(formValues(null, true).isDefault).toBe(true);
    expect(formValues(null, false).isDefault).toBe(false);
  });

  it('gives back a printer unchanged, also what the form does not show', () => {
    expect(profileOf(formValues(printer, false), printer.profile)).toEqual(printer.profile);
  });

  it('takes the head of the new resolution when that changes', () => {
    expect(profileOf({ ...formValues(printer, false), dpi: '300' }, printer.profile).headDots).toBe(1_248);
  });
});

describe('printerFaults', () => {
  it('finds nothing in a filled form and names what is missing', () => {
    expect(printerFaults(filled)).toEqual([]);
    expect(printerFaults(formValues(null, true))).toEqual(['name', 'host']);
  });

  it.each([
    [{ port: '0' }, 'port'],
    [{ port: '9100.5' }, 'port'],
    [{ port: '70000' }, 'port'],
    [{ widthMm: '9' }, 'size'],
    [{ heightMm: 'tall' }, 'size'],
    [{ gapMm: '-1' }, 'gap'],
    [{ offsetYMm: '51' }, 'offset'],
    [{ density: '16' }, 'density'],
    [{ density: '1.5' }, 'density'],
  ] as const)('refuses %o', (change, fault) => {
    expect(printerFaults({ ...filled, ...change })).toEqual([fault]);
  });

  it('knows that ZPL is darker than TSPL', () => {
    expect(printerFaults({ ...filled, language: 'zpl', density: '30' })).toEqual([]);
  });

  it('lets nothing through that the contract would refuse', () => {
    const text = fc.oneof(
      fc.integer({ min: -60, max: 600 }).map(String),
      fc.constantFrom('', '2,5', 'x', '1e3', '100.5'),
    );
    const record = fc.record({
      widthMm: text,
      heightMm: text,
      gapMm: text,
      offsetXMm: text,
      offsetYMm: text,
      density: text,
    });
    fc.assert(
      fc.property(record, fc.constantFrom('203', '300', '600'), (change, dpi) => {
        const values = { ...filled, ...change, dpi };
        if (printerFaults(values).length === 0)
          expect(profileSchema.safeParse(profileOf(values, null)).success).toBe(true);
      }),
    );
  });
});

describe('figure', () => {
  it('reads either decimal mark and nothing else', () => {
    expect(figure(' 2,5 ')).toBe(2.5);
    expect(figure('-3')).toBe(-3);
    expect(['', '1e3', '0x10', '1.', 'Infinity'].map(figure).every(Number.isNaN)).toBe(true);
  });
});

describe('presets and papers', () => {
  it('knows each preset by its size and own sizes as none', () => {
    for (const preset of MEDIA_PRESETS) expect(presetOf(preset.widthMm, preset.heightMm)).toBe(preset);
    expect(presetOf(100, 149)).toBeNull();
    expect(presetOf(Number.NaN, 150)).toBeNull();
  });

  it('tells the size of a paper in millimetres', () => {
    expect(paperSizeMm({ widthDots: 800, heightDots: 1_200 }, [])).toEqual({ widthMm: 100, heightMm: 150 });
    const fine = { ...printer, isVirtual: true, profile: { ...DEFAULT_PROFILE, dpi: 300 as const } };
    expect(paperSizeMm({ widthDots: 1_181, heightDots: 1_772 }, [fine])).toEqual({ widthMm: 100, heightMm: 150 });
  });
});
