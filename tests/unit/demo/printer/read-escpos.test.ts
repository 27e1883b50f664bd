import { describe, expect, it } from 'vitest';
import { readEscpos } from '../../../../src-main/demo/printer/read-escpos.ts';
import { dotPapers } from '../../../../src-main/demo/printer/reading.ts';

function read(...parts: readonly (string | readonly number[])[]) {
  const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.from(part)));
  const result = readEscpos(Uint8Array.from(Buffer.concat(bytes)));
  return { papers: dotPapers(result), complaints: result.complaints };
}
const raster = (width: number, rows: readonly number[]): number[] => [
  0x1d,
  0x76,
  0x30,
  0,
  width,
  0,
  rows.length / width,
  0,
  ...rows,
];

describe('an ESC/POS job', () => {
  it('stacks its rasters down the paper, 1 is black', () => {
    const { papers, complaints } = read('\x1b@', raster(2, [0x80, 0, 0, 1]), raster(1, [0xff]), '\x1dV\x01');
    expect(complaints).toEqual([]);
    expect(papers).toMatchObject([{ language: 'escpos', widthDots: 16, heightDots: 3, copies: 1 }]);
    expect([...(papers[0]?.dots ?? [])]).toEqual([0x80, 0, 0, 1, 0xff, 0]);
  });

  it('feeds between rasters, and adds nothing by feeding at the end', () => {
    const { papers } = read('\x1b@', raster(1, [1]), '\x1bJ\x02', raster(1, [3]), '\x1bd\x04');
    expect(papers.map(({ dots }) => [...dots])).toEqual([[1, 0, 0, 3]]);
  });

  it.each([
    ['a cut', '\x1dVB\x00'],
    ['the next label', '\x0c'],
    ['the next mark', '\x1d\x0c'],
    ['a reset', '\x1b@'],
  ])('begins new paper after %s', (_, between) => {
    expect(read('\x1b@', raster(1, [1]), between, raster(1, [2])).papers.map(({ dots }) => [...dots])).toEqual([
      [1],
      [2],
    ]);
  });

  it('with text or unknown commands is complained about', () => {
    expect(read('\x1b@hello\n\x1dk').complaints).toEqual(['text: hello', 'the job ends in the middle of a command']);
    expect(read('\x1b@\x1b*\x00').complaints).toEqual(['ESC *']);
  });

  it('that breaks off keeps what it has', () => {
    expect(read('\x1b@', raster(1, [1]), [0x1d, 0x76, 0x30, 0, 4, 0])).toMatchObject({
      papers: [{ heightDots: 1 }],
      complaints: ['the job ends in the middle of a command'],
    });
  });
});
