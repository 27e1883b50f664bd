import { describe, expect, it } from 'vitest';
import { makeSymbol, moduleDots } from '../../../../src-main/adapters/documents/symbols.ts';
import { BarcodeImpossible } from '../../../../src-main/app/ports/documents.ts';
import { CODE_SYMBOLS } from '../../../../src-main/core/paper/paper.ts';

describe('symbols', () => {
  it('have their bars inside, none over another', () => {
    for (const symbol of CODE_SYMBOLS) {
      const { columns, rows, bars, quietModules } = makeSymbol(symbol, 'RB123456785CN');
      const height = rows ?? 1;
      const dark = new Set<string>();
      for (const bar of bars) {
        for (let y = bar.y; y < bar.y + bar.height; y += 1) {
          for (let x = bar.x; x < bar.x + bar.width; x += 1) {
            expect(x < columns && y < height && !dark.has(`${x}:${y}`)).toBe(true);
            dark.add(`${x}:${y}`);
          }
        }
      }
      expect(quietModules).toBeGreaterThanOrEqual(symbol === 'code128' ? 10 : 2);
    }
  });

  it('a QR code takes every language, the others say what they cannot', () => {
    expect(makeSymbol('qr', 'Привет 你好').columns).toBeGreaterThan(20);
    for (const symbol of ['code128', 'datamatrix', 'pdf417'] as const) {
      expect(() => makeSymbol(symbol, 'Привет')).toThrow(BarcodeImpossible);
      expect(() => makeSymbol(symbol, 'a\nb')).toThrow(BarcodeImpossible);
    }
  });

  it('signs that bwip-js might take for commands are plain text', () => {
    const plain = makeSymbol('code128', 'A^029B').columns;
    expect(plain).toBeGreaterThan(makeSymbol('code128', 'AxB').columns);
  });
});

describe('modules', () => {
  const stripes = makeSymbol('code128', 'RB123456785CN');
  it('are whole dots, as wide as the room allows with its quiet zone', () => {
    for (const width of [360, 500, 752, 1100]) {
      const dots = moduleDots(stripes, { width, height: 100 }, 8);
      expect(Number.isInteger(dots)).toBe(true);
      expect(dots * (stripes.columns + 20)).toBeLessThanOrEqual(width);
      expect(dots).toBeLessThanOrEqual(4);
    }
  });

  it('narrower than a quarter of a millimetre are refused: scanners fail below', () => {
    const narrow = { width: stripes.columns + 20 + 100, height: 100 };
    expect(() => moduleDots(stripes, narrow, 8)).toThrow('too-long');
    expect(() => moduleDots(stripes, { ...narrow, width: 3 * (stripes.columns + 20) - 1 }, 300 / 25.4)).toThrow(
      'too-long',
    );
  });
});
