import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressAcs as compressBytes } from '../../../../../src-main/adapters/printers/languages/acs.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const compressAcs = (rows: readonly Uint8Array[]): string =>
  Buffer.from(compressBytes(Uint8Array.from(Buffer.concat(rows)), rows[0]?.length ?? 1)).toString('latin1');

/**
 * Expands the compression as the programming guide words it, by one pass of replacing and written for this test alone:
 * first the counts become digits, then each row is cut off or filled.
 */
function expand(text: string, bytesPerRow: number, rowCount: number): string[] {
  const width = bytesPerRow * 2;
  const rows: string[] = [];
  let rest = text;
  while (rows.length < rowCount) {
    if (rest.startsWith(':')) {
      rows.push(rows.at(-1) ?? '0'.repeat(width));
      rest = rest.slice(1);
      continue;
    }
    let row = '';
    while (row.length < width) {
      const fill = /^,/.exec(rest);
      const run = /^([G-Yg-z]*)([0-9A-F])/.exec(rest);
      if (fill !== null) {
        row = row.padEnd(width, '0');
        rest = rest.slice(1);
      } else if (run !== null) {
        const count = Array.from(run[1] ?? '').reduce(
          (sum, sign) => sum + (sign < 'a' ? sign.charCodeAt(0) - 70 : 20 * (sign.charCodeAt(0) - 102)),
          0,
        );
        row += (run[2] ?? '').repeat(run[1] === '' ? 1 : count);
        rest = rest.slice(run[0].length);
      } else throw new Error(`cannot read ${JSON.stringify(rest.slice(0, 20))}`);
    }
    expect(row).toHaveLength(width);
    rows.push(row);
  }
  expect(rest).toBe('');
  return rows;
}

describe('compressAcs', () => {
  it('writes the guide’s own examples: M6 is seven times 6, hB is forty times B, MvB is 327 times B', () => {
    expect(compressAcs([hex('66666661')])).toBe('M61');
    expect(compressAcs([hex(`${'B'.repeat(40)}12`)])).toBe('hB12');
    expect(compressAcs([hex(`${'B'.repeat(327)}1`)])).toBe('vMB1');
  });

  it('fills the rest of a row and repeats the row above', () => {
    expect(compressAcs([hex('0000'), hex('0000'), hex('FFFF'), hex('1200'), hex('12F0')])).toBe(',:JF12,12F0');
  });

  it('counts beyond four hundred', () => {
    expect(compressAcs([hex(`${'A'.repeat(419)}1`)])).toBe('zYA1');
    expect(compressAcs([hex(`${'A'.repeat(841)}1`)])).toBe('zzhGA1');
  });

  it('gives every row back', () => {
    const row = fc.uint8Array({ minLength: 1, maxLength: 260 });
    const plain = fc.tuple(fc.constantFrom(0, 0xff, 0xaa, 0x0f), fc.nat(255), fc.integer({ min: 0, max: 259 }));
    fc.assert(
      fc.property(fc.oneof(row, plain), fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }), (seed, picks) => {
        const first =
          seed instanceof Uint8Array ? seed : new Uint8Array(260).fill(seed[0]).fill(seed[1], seed[2], seed[2] + 1);
        const kinds = [first, first.map((byte) => ~byte), first.toReversed(), new Uint8Array(first.length)];
        const rows = picks.map((pick) => kinds[pick] ?? first);
        const wanted = rows.map((one) => Buffer.from(one).toString('hex').toUpperCase());
        expect(expand(compressAcs(rows), first.length, rows.length)).toEqual(wanted);
      }),
    );
  });
});
