import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readZpl as readAll } from '../../../../src-main/demo/printer/read-zpl.ts';
import { dotPapers } from '../../../../src-main/demo/printer/reading.ts';

const read = (zpl: string) => {
  const result = readAll(Buffer.from(zpl, 'latin1'));
  return {
    papers: dotPapers(result),
    complaints: result.complaints,
    drawings: result.papers.filter((one) => 'zpl' in one),
  };
};
const graphic = (data: string, rows = 2, perRow = 2) =>
  read(`^XA^PW16^LL${rows}^FO0,0^GFA,${rows * perRow},${rows * perRow},${perRow},${data}^FS^XZ`);
const dots = (data: string, rows?: number): number[] => [...(graphic(data, rows).papers[0]?.dots ?? [])];

/** CRC-16 with polynomial 0x1021 and start 0, bit by bit as in the XMODEM definition. */
function crc(text: string): string {
  let value = 0;
  for (const sign of text) {
    value ^= sign.charCodeAt(0) << 8;
    for (let bit = 0; bit < 8; bit += 1) value = ((value << 1) ^ ((value & 0x8000) === 0 ? 0 : 0x1021)) & 0xffff;
  }
  return value.toString(16).padStart(4, '0').toUpperCase();
}

describe('a ZPL graphic', () => {
  it('is plain hex, 1 = black', () => {
    expect(dots('80FF0001')).toEqual([0x80, 0xff, 0x00, 0x01]);
  });

  it.each([
    ['a comma fills the row with white', '8,F,', [0x80, 0, 0xf0, 0]],
    ['an exclamation mark fills it with black', '0!7!', [0x0f, 0xff, 0x7f, 0xff]],
    ['a colon repeats the row above', '12AB:', [0x12, 0xab, 0x12, 0xab]],
    ['a colon on the first row repeats white', ':12AB', [0, 0, 0x12, 0xab]],
    ['G to Y count from one', 'JFJ0', [0xff, 0xff, 0, 0]],
  ])('with letters: %s', (_, data, expected) => {
    expect(dots(data)).toEqual(expected);
  });

  it('with letters: g to z count in twenties, and a run may go over rows', () => {
    expect(dots('gF', 5)).toEqual(Array.from({ length: 10 }, () => 0xff));
    expect(dots('gHF,', 6).slice(10)).toEqual([0xff, 0]);
  });

  it('may be base64, packed or not, when its checksum is right', () => {
    const rows = Uint8Array.of(0x12, 0x34, 0x56, 0x78);
    for (const [name, body] of [
      ['B64', Buffer.from(rows).toString('base64')],
      ['Z64', deflateSync(rows).toString('base64')],
    ] as const) {
      expect(dots(`:${name}:${body}:${crc(body)}`)).toEqual([...rows]);
      expect(graphic(`:${name}:${body}:0000`).complaints).toEqual(['GF: wrong checksum']);
    }
  });

  it.each(['12', '12345', 'G', '12x4', '12:'])('that is %s is no graphic of four bytes', (data) => {
    expect(graphic(data).complaints).toHaveLength(1);
  });
});

describe('a ZPL format', () => {
  it('places its graphic and counts its copies', () => {
    const { papers, complaints } = read('~SD10^XA^MNY^PW16^LL3^FO8,1^GFA,1,1,1,F0^FS^PQ4^XZ\n');
    expect(complaints).toEqual([]);
    expect(papers).toMatchObject([{ language: 'zpl', widthDots: 16, heightDots: 3, copies: 4 }]);
    expect([...(papers[0]?.dots ?? [])]).toEqual([0, 0, 0, 0xf0, 0, 0]);
  });

  it('that has no end prints nothing', () => {
    expect(read('^XA^PW16^LL3^FO0,0^GFA,1,1,1,F0')).toMatchObject({
      papers: [],
      complaints: ['the format has no end'],
    });
  });

  it('with a command this printer does not know says so', () => {
    expect(read('^XA^PW16^LL3^QQhello^FS^XZ').complaints).toEqual(['QQhello']);
    expect(read('hello ^XA^XZ ~QQ').complaints).toEqual([
      'outside of a format: hello',
      '~QQ',
      'outside of a format: QQ',
    ]);
  });

  it('with text is left to a renderer, with the graphics that it may recall', () => {
    const store = '~DGR:LOGO.GRF,2,1,80FF';
    const { papers, drawings, complaints } = read(
      `${store}^XA^PW16^LL3^FO0,0^A0N,20^FDhi^FS^XGR:LOGO.GRF,1,1^FS^PQ2^XZ`,
    );
    expect([papers, complaints]).toEqual([[], []]);
    expect(drawings).toEqual([
      {
        language: 'zpl',
        zpl: `${store}^XA^PW16^LL3^FO0,0^A0N,20^FDhi^FS^XGR:LOGO.GRF,1,1^FS^PQ2^XZ`,
        widthDots: 16,
        heightDots: 3,
        copies: 2,
      },
    ]);
  });

  it('may have several graphics, stored ones too, from its home', () => {
    const { papers, complaints } = read(
      '~DGR:A.GRF,1,1,FF\n^XA^PW16^LL3^LH8,1^FO0,0^GFA,1,1,1,F0^FS^FO0,1^XGR:A.GRF,1,1^FS^XZ',
    );
    expect(complaints).toEqual([]);
    expect([...(papers[0]?.dots ?? [])]).toEqual([0, 0, 0, 0xf0, 0, 0xff]);
  });

  it('may come out upside down', () => {
    const { papers } = read('^XA^PW16^LL2^POI^FO0,0^GFA,1,1,1,C0^FS^XZ');
    expect([...(papers[0]?.dots ?? [])]).toEqual([0, 0, 0, 0x03]);
  });

  it('that only forgets or keeps something prints nothing', () => {
    expect(read('^XA^IDR:A.GRF^FS^XZ^XA^MNY^JUS^XZ')).toMatchObject({ papers: [], complaints: [] });
  });

  it('may come after what the drivers of one maker always send', () => {
    const { papers, complaints } = read(
      'CT~~CD,~CC^~CT~^XA~TA000~JSN^LT0^MNW^MTD^PON^PR5,5~SD15^JUS^LRN^CI0^XZ^XA^PW8^LL1^XZ',
    );
    expect(complaints).toEqual([]);
    expect(papers).toHaveLength(1);
  });

  it('of an impossible size takes no memory', () => {
    expect(read('^XA^PW999999^LL999999^XZ')).toMatchObject({
      papers: [],
      complaints: [expect.stringContaining('999999')],
    });
  });
});
