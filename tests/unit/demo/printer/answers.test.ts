import { describe, expect, it } from 'vitest';
import { answer, type PrinterNews } from '../../../../src-main/demo/printer/answers/answer.ts';
import type { Trouble } from '../../../../src-main/demo/printer/faults.ts';
import { DEFAULT_IDENTITY } from '../../../../src-main/demo/printer/identity.ts';
import type { PaperLanguage } from '../../../../src-main/demo/printer/paper.ts';

function ask(
  language: PaperLanguage,
  query: string,
  conditions: readonly Trouble[] = [],
  labelsWaiting = 0,
): string | null {
  const news: PrinterNews = { conditions, labelsWaiting, labelDots: 1_218, identity: DEFAULT_IDENTITY };
  const bytes = answer(language, query, news);
  return bytes === null ? null : Buffer.from(bytes).toString('latin1');
}
const code = (language: PaperLanguage, query: string, conditions: readonly Trouble[]): string =>
  Buffer.from(ask(language, query, conditions) ?? '', 'latin1').toString('hex');

describe('TSPL', () => {
  it.each([
    [[], '00'],
    [['head-open'], '01'],
    [['jam'], '02'],
    [['paper-out'], '04'],
    [['paper-out', 'head-open'], '05'],
    [['ribbon-out', 'head-open'], '09'],
    [['paused'], '10'],
    [['busy'], '20'],
    [['fault'], '80'],
    [['busy', 'paper-out'], '04'],
  ] as const)('<ESC>!? when %j', (conditions, expected) => {
    expect(code('tspl', '\x1b!?', conditions)).toBe(expected);
  });

  it('<ESC>!S and ~!T', () => {
    expect(ask('tspl', '\x1b!S')).toBe('\x02@@@@\x03\r\n');
    expect(ask('tspl', '\x1b!S', ['paper-out', 'head-open', 'paper-low'])).toBe('\x02EA@a\x03\r\n');
    expect(ask('tspl', '~!T')).toBe('Virtual-4\r\n');
  });
});

describe('ZPL', () => {
  it('~HS in three lines', () => {
    expect(ask('zpl', '~HS', ['paper-out', 'head-open'], 3)).toBe(
      '\x02030,1,0,1218,003,0,0,0,000,0,0,0\x03\r\n\x02001,0,1,0,0,2,4,0,00000003,1,000\x03\r\n\x021234,0\x03\r\n',
    );
    expect(ask('zpl', '~HS', ['paused', 'ribbon-out', 'label-waiting'])).toMatch(
      /^\x02030,0,1,.*\x02001,0,0,1,0,2,4,1,/s,
    );
  });

  it('~HQES in hex', () => {
    expect(ask('zpl', '~HQES')).toContain(
      '   ERRORS:         0 00000000 00000000\r\n   WARNINGS:       0 00000000 00000000',
    );
    expect(ask('zpl', '~HQES', ['paper-out', 'head-open', 'paused', 'paper-low'])).toContain(
      '   ERRORS:         1 00000000 00010005\r\n   WARNINGS:       1 00000000 00000008',
    );
  });

  it('who it is', () => {
    expect(ask('zpl', '~HI')).toBe('\x02Virtual-4,V1.00,8,65536KB,X\x03\r\n');
    expect(ask('zpl', '! U1 getvar "head.resolution.in_dpi"')).toBe('"203"');
    expect(ask('zpl', '! U1 getvar "no.such"')).toBe('"?"');
  });
});

describe('ESC/POS', () => {
  it.each([
    ['\x10\x04\x01', [], '12'],
    ['\x10\x04\x01', ['paper-out'], '1a'],
    ['\x10\x04\x01', ['paper-low'], '12'],
    ['\x10\x04\x02', ['head-open'], '16'],
    ['\x10\x04\x02', ['paper-out'], '32'],
    ['\x10\x04\x03', ['cutter-fault'], '1a'],
    ['\x10\x04\x04', ['paper-low'], '1e'],
    ['\x10\x04\x04', ['paper-out'], '7e'],
    ['\x1dr\x01', ['paper-out'], '0f'],
  ] as const)('%j when %j', (query, conditions, expected) => {
    expect(code('escpos', query, conditions)).toBe(expected);
  });

  it('never answers with a byte that could be something else, and names itself', () => {
    for (const number of [1, 2, 3, 4]) {
      const [byte = ''] = ask('escpos', `\x10\x04${String.fromCharCode(number)}`, ['fault', 'jam', 'head-open']) ?? '';
      expect(byte.charCodeAt(0) & 0x93).toBe(0x12);
    }
    expect(ask('escpos', '\x1dIC')).toBe('_Virtual-4\0');
    expect(ask('escpos', '\x10\x04\x07')).toBeNull();
  });
});

it('CPCL has one byte, EPL nothing to say', () => {
  expect(code('cpcl', '\x1bh', ['paper-out', 'head-open'])).toBe('06');
  expect(ask('epl', '^ee')).toBeNull();
});
