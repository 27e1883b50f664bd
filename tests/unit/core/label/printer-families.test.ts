import { describe, expect, it } from 'vitest';
import { familyOf } from '../../../../src-main/core/label/printer-families.ts';
import { startingProfile } from '../../../../src-main/core/label/starting-profile.ts';

const named = (model: string, maker: string | null = null) => familyOf({ maker, model, commands: null });
const claims = (commands: string) => familyOf({ maker: null, model: null, commands });

describe('familyOf', () => {
  it.each([
    ['TSPL2', 'tspl'],
    ['XPP,XL', 'tspl'],
    ['EPL2,ZPL', 'zpl'],
    ['ZPL', 'zpl'],
    ['EPL', 'epl'],
    ['CPCL', 'cpcl'],
    ['ESC/POS', 'escpos'],
    ['CEZD', 'zpl'],
    ['Bixolon_01', 'zpl'],
    ['PJL,PCL,POSTSCRIPT,PDF', 'page'],
    ['PWGRaster,URF', 'page'],
  ])('reads the command set %s as %s', (commands, language) => {
    expect(claims(commands)?.language).toBe(language);
  });

  it.each([
    ['ZTC ZD421-300dpi ZPL', 'zpl', 300],
    ['ZTC ZD420-203dpi ZPL', 'zpl', 203],
    ['ZTC GK420d', 'zpl', 203],
    ['ZTC GX430t', 'zpl', 300],
    ['LP2844', 'epl', 203],
    ['ZTC LP2844-Z', 'zpl', null],
    ['TSC TE310', 'tspl', 300],
    ['TTP-245C', 'tspl', 203],
    ['TTP-345', 'tspl', 300],
    ['XP-365B', 'tspl', 203],
    ['XP-80C', 'escpos', 203],
    ['XP-58IIH', 'escpos', 203],
    ['Rollo X1038', 'tspl', 203],
    ['Vevor Y428BT', 'tspl', 300],
    ['Deli DL-888B', 'tspl', 203],
    ['4Barcode 4B-2054A', 'zpl', 203],
    ['TM-T88VI', 'escpos', 203],
    ['DYMO LabelWriter 4XL', 'page', 300],
    ['Brother QL-820NWB', 'page', 300],
    ['Canon PIXMA TS3400', 'page', null],
    ['HP LaserJet 1020', 'page', null],
  ])('knows %s', (model, language, dpi) => {
    expect(named(model)).toMatchObject({ language, dpi });
  });

  it('believes the printer’s own list before its name', () => {
    expect(familyOf({ maker: 'Xprinter', model: 'XP-420B', commands: 'ZPL' })?.language).toBe('zpl');
  });

  it('takes no stranger for a label printer', () => {
    for (const model of ['', 'Printer', 'Office Printer 3', 'PDF']) expect(named(model)).toBeNull();
  });
});

describe('startingProfile', () => {
  const start = (model: string | null, language: Parameters<typeof startingProfile>[0]['language'] = null) =>
    startingProfile({ model, language, dpi: null });

  it('is 100×150 mm on a 4-inch head for a label printer', () => {
    expect(start('TE310')).toMatchObject({ language: 'tspl', dpi: 300, mediaWidthMm: 100, headDots: 1248, quirks: [] });
    expect(start(null, 'zpl')).toMatchObject({ language: 'zpl', dpi: 203, headDots: 832, mediaTracking: 'gap' });
  });

  it('is a roll for a receipt printer, narrower where the head is', () => {
    expect(start('XP-80C')).toMatchObject({ mediaWidthMm: 80, headDots: 576, cut: 'each' });
    expect(start('POS-58')).toMatchObject({ mediaWidthMm: 58, headDots: 384, quirks: ['short-bands'], cut: 'none' });
  });

  it('is A4 for an office printer, and the label for one that prints labels through its driver', () => {
    expect(start('HP LaserJet 1020')).toMatchObject({ language: 'page', mediaWidthMm: 210, headDots: 2480 });
    expect(start('DYMO LabelWriter 4XL')).toMatchObject({ language: 'page', mediaWidthMm: 100, mediaHeightMm: 150 });
  });

  it('knows what a family needs', () => {
    expect(start('Beeprt BY-480BT').quirks).toEqual(['gap-in-dots', 'leading-nuls']);
    expect(start('Beeprt BY-480BT', 'zpl').quirks).toEqual([]);
  });
});
