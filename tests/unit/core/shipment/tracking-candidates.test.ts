import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trackingCandidates, type ReadBarcode } from '../../../../src-main/core/shipment/tracking-candidates.ts';
import { parseTrackingNumber } from '../../../../src-main/core/shipment/tracking-number.ts';

const NOTHING_KNOWN = { orderNumbers: [] };
const code128 = (text: string): ReadBarcode => ({ format: 'Code128', text });
const read = (...texts: string[]): string[] => trackingCandidates(texts.map(code128), NOTHING_KNOWN);

describe('the barcodes of real labels, as a reader gives them', () => {
  it.each<[string, ReadBarcode[], string[]]>([
    [
      'USPS: the number behind 420 and the ZIP, in three symbols',
      [
        { format: 'DataMatrix', text: '(420)73108(92)34690361980900000142' },
        code128('(420)73108(92)34690361980900000142'),
        code128('420731089234690361980900000142'),
      ],
      ['9234690361980900000142'],
    ],
    [
      'UPS: the postcode beside it is none',
      [code128('42127680804'), code128('1Z0FH3446831744085')],
      ['1Z0FH3446831744085'],
    ],
    [
      'DHL: the SSCC, not the routing code',
      [code128('(403)27680807+99000943042250'), code128('(00)340433333010200227(96)580')],
      ['00340433333010200227'],
    ],
    [
      'DHL: the same without brackets',
      [code128('40327680807+99000943042250'), code128('0034043333301020022796580')],
      ['00340433333010200227'],
    ],
    [
      'DHL: routing codes alone',
      [code128('(403)27610117+99000933000000'), { format: 'ITF', text: '60701001756402' }],
      [],
    ],
    [
      'FedEx test label: a number of zeros is none',
      [{ format: 'PDF417', text: '[)>\u001e01\u001d0289109' }, code128('1236874822990008910900000000000000')],
      [],
    ],
    ['Landmark', [code128('LTN21103556N1')], ['LTN21103556N1']],
    ['China Post to the USA', [code128('42098101'), code128('LX123456785CN')], ['LX123456785CN']],
  ])('%s', (_name, barcodes, expected) => {
    expect(trackingCandidates(barcodes, NOTHING_KNOWN)).toEqual(expected);
  });
});

describe('numbers of known carriers', () => {
  it.each([
    ['USPS, ZIP of five digits', '420 22153 9101026837331000039521', '9101026837331000039521'],
    ['USPS, ZIP of nine digits', '4201002334249200190132607600833457', '9200190132607600833457'],
    ['USPS, 26 digits', '92748931507708513018050063', '92748931507708513018050063'],
    ['USPS, 20 digits', '7112 3456 7891 2345 6787', '71123456789123456787'],
    ['UPS with letters', '1Z5R89390357567127', '1Z5R89390357567127'],
    ['FedEx, 12 digits', '986578788855', '986578788855'],
    ['FedEx Ground, 15 digits', '041441760228964', '041441760228964'],
    ['FedEx, 34 digits', '1001921334250001000300779017972697', '779017972697'],
    ['FedEx Ground, 34 digits', '9632001560123456789900794808390594', '794808390594'],
    ['FedEx Ground, 22 digits', '9611020987654312345672', '987654312345672'],
    ['DHL Express piece', 'JJD0099999999', 'JJD0099999999'],
    ['DHL Express piece, long', 'JVGL0999999990', 'JVGL0999999990'],
    ['YunExpress', 'YT2229521272164446', 'YT2229521272164446'],
    ['SF', 'SF1234567890123', 'SF1234567890123'],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('come before codes that could be anything, the surest first', () => {
    const texts = [
      'ABC12345678',
      '986578788855',
      '00340433333010200227',
      '92748931507708513018050063',
      '1Z5R89390357567127',
      'RR473124829GB',
    ];
    expect(read(...texts)).toEqual(texts.toReversed());
  });

  it('with a wrong check digit are codes like any other, but for S10, which could not be assigned', () => {
    expect(read('1Z5R89390357567128', '986578788855')).toEqual(['986578788855', '1Z5R89390357567128']);
    expect(read('996578788855', 'RR473124829GB')).toEqual(['RR473124829GB', '996578788855']);
    expect(read('RR473124820GB')).toEqual([]);
  });

  it('DHL Identcode: twelve digits in 2 of 5, by their own check digit', () => {
    expect(
      trackingCandidates([code128('ABC12345678'), { format: 'ITF', text: '563102430313' }], NOTHING_KNOWN),
    ).toEqual(['563102430313', 'ABC12345678']);
  });
});

describe('what is left out', () => {
  it("the order's own numbers, however they are written", () => {
    const known = { orderNumbers: ['0208245774-0029-1', 'AE-8123456'] };
    expect(
      trackingCandidates([code128('0208245774-0029-1'), code128('020824577400291'), code128('ae8123456')], known),
    ).toEqual([]);
  });

  it.each(['EAN-13', 'EAN13', 'UPC-A', 'UPCE', 'MaxiCode', 'PDF417', 'DataBar', 'ITF-14', 'ISBN'])(
    'whatever stands in %s',
    (format) => {
      expect(trackingCandidates([{ format, text: '1Z5R89390357567127' }], NOTHING_KNOWN)).toEqual([]);
    },
  );

  it.each([
    'https://t.example/LX123456785CN',
    '(01)09501101530003(21)12345678',
    '42073108',
    '420731081234',
    '421276K1A0B1',
    '(420)73108',
    'ABCDEFGHIJ',
    'A1234',
    '1234567',
    'A'.repeat(35) + '123456',
    '%101%12345678',
    'R-2024-00012345',
    '',
  ])('%j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('a plain code in a matrix symbol comes last', () => {
    expect(
      trackingCandidates([{ format: 'QRCode', text: 'QR12345678' }, code128('ABC12345678')], NOTHING_KNOWN),
    ).toEqual(['ABC12345678', 'QR12345678']);
  });
});

it('whatever was read: each candidate once, and each can be assigned', () => {
  const barcode = fc.record({
    format: fc.constantFrom('Code128', 'ITF', 'QRCode', 'EAN13', ''),
    text: fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9A-Z(]{0,45}$/)),
  });
  fc.assert(
    fc.property(fc.array(barcode), (barcodes) => {
      const candidates = trackingCandidates(barcodes, NOTHING_KNOWN);
      expect(new Set(candidates).size).toBe(candidates.length);
      for (const text of candidates) expect(parseTrackingNumber(text)).toMatchObject({ ok: true, text });
    }),
  );
});
