import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcedPrinter } from '../../../../../src-main/adapters/printers/discovery/browse-mdns.ts';
import { cleanText } from '../../../../../src-main/adapters/printers/discovery/clean-text.ts';
import { encodeGet, readAnswer } from '../../../../../src-main/adapters/printers/discovery/snmp-message.ts';

const announcement = {
  name: 'Zebra ZD421',
  type: 'pdl-datastream',
  port: 9100,
  addresses: ['fe80::1', '192.168.1.20'],
  txt: { usb_MFG: 'Zebra', usb_MDL: 'ZD421-203dpi', usb_CMD: 'ZPL', ty: 'other' },
};

describe('an announcement', () => {
  it('says what printer it is and where', () => {
    expect(announcedPrinter(announcement)).toEqual({
      name: 'Zebra ZD421',
      host: '192.168.1.20',
      port: 9100,
      isRaw: true,
      words: { maker: 'Zebra', model: 'ZD421-203dpi', commands: 'ZPL' },
    });
    expect(announcedPrinter({ ...announcement, type: 'ipp', txt: { product: '(HL-2270)' } })).toMatchObject({
      isRaw: false,
      words: { model: 'HL-2270' },
    });
  });

  it('may not send labels out of the house, unless it comes from there itself', () => {
    expect(announcedPrinter({ ...announcement, addresses: ['203.0.113.9'] })).toBeNull();
    const referer = { address: '203.0.113.9', family: 'IPv4', port: 5353, size: 1 } as const;
    expect(announcedPrinter({ ...announcement, addresses: ['203.0.113.9'], referer })?.host).toBe('203.0.113.9');
    expect(announcedPrinter({ ...announcement, addresses: [] })).toBeNull();
  });

  it('is made fit to be shown, or left out, whatever it holds', () => {
    const hostile = {
      ...announcement,
      name: `a\u0000\u202Eb\n${'x'.repeat(100_000)}`,
      txt: { ty: 'y'.repeat(9_999), usb_CMD: 7 },
    };
    const printer = announcedPrinter(hostile);
    expect(printer?.name.startsWith('a b x')).toBe(true);
    expect(printer?.name).toHaveLength(100);
    expect(printer?.words.model).toHaveLength(100);
    expect(printer?.words.commands).toBeNull();
    fc.assert(
      fc.property(
        fc.record({
          name: fc.string(),
          type: fc.string(),
          port: fc.oneof(fc.integer(), fc.double()),
          addresses: fc.array(fc.string()),
          txt: fc.anything(),
        }),
        (service) => {
          expect(() => announcedPrinter(service)).not.toThrow();
        },
      ),
    );
    for (const port of [0, 65_536, 1.5, Number.NaN]) expect(announcedPrinter({ ...announcement, port })).toBeNull();
  });
});

describe('cleanText', () => {
  it('is one line of printable signs', () => {
    expect(cleanText('  a\r\nb\u0007 出单 ')).toBe('a b 出单');
    expect(cleanText('\u0000 \n')).toBeNull();
  });
});

describe('an SNMP message', () => {
  it('asks as RFC 1157 has it', () => {
    // Written out by hand from RFC 1157 §4.1.2 and X.690: version 0, "public", request 1, sysDescr.0, NULL.
    expect(Buffer.from(encodeGet(1, [1, 3, 6, 1, 2, 1, 1, 1, 0])).toString('hex')).toBe(
      '302602010004067075626c6963a019020101020100020100300e300c06082b060102010101000500',
    );
  });

  it('reads an answer, and nothing into other bytes', () => {
    const question = encodeGet(7, [1, 3, 6, 1, 2, 1, 1, 1, 0]);
    expect(readAnswer(question)).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => readAnswer(bytes)).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.nat({ max: question.length }), (length) => {
        expect(readAnswer(question.subarray(0, length))).toBeNull();
      }),
    );
  });
});
