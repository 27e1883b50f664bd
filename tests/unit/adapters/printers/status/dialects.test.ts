import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockingCondition,
  isIdle,
  type StatusDialect,
} from '../../../../../src-main/adapters/printers/status/dialect.ts';
import { statusDialect } from '../../../../../src-main/adapters/printers/status/dialects.ts';
import { PRINTER_CONDITIONS } from '../../../../../src-main/app/ports/printers.ts';
import { PRINTER_LANGUAGES, type PrinterLanguage } from '../../../../../src-main/core/label/printer-profile.ts';

function dialect(language: PrinterLanguage): StatusDialect {
  const found = statusDialect(language);
  if (found === null) throw new Error(`no status in ${language}`);
  return found;
}

function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** The newest answer's conditions, with 'busy' for a busy printer; null without an answer. */
function read(language: PrinterLanguage, bytes: Uint8Array | string): string[] | null {
  const last = dialect(language)
    .read(typeof bytes === 'string' ? latin1(bytes) : bytes)
    .at(-1);
  return last === undefined ? null : [...last.conditions, ...(last.isBusy ? ['busy'] : [])];
}

const ASKED = PRINTER_LANGUAGES.filter((language) => statusDialect(language) !== null);

describe('TSPL <ESC>!?', () => {
  it.each([
    [0x00, []],
    [0x01, ['head-open']],
    [0x02, ['jam']],
    [0x03, ['head-open', 'jam']],
    [0x04, ['paper-out']],
    [0x05, ['head-open', 'paper-out']],
    [0x08, ['ribbon-out']],
    [0x09, ['head-open', 'ribbon-out']],
    [0x0a, ['jam', 'ribbon-out']],
    [0x0b, ['head-open', 'jam', 'ribbon-out']],
    [0x0c, ['paper-out', 'ribbon-out']],
    [0x0d, ['head-open', 'paper-out', 'ribbon-out']],
    [0x10, ['paused']],
    [0x20, ['busy']],
    [0x80, ['fault']],
  ])('code %i', (code, expected) => {
    expect(read('tspl', Uint8Array.of(code))).toEqual(expected);
  });

  it('07 is one firmware with its lid open, not paper, jam and lid by bits', () => {
    expect(read('tspl', Uint8Array.of(0x07))).toEqual(['head-open']);
  });

  it('codes nobody documented are no answer', () => {
    for (const code of [0x06, 0x0e, 0x11, 0x13, 0x14, 0x18, 0xff]) expect(read('tspl', Uint8Array.of(code))).toBeNull();
  });

  it('text before and behind it is no status, line ends included', () => {
    expect(read('tspl', 'READY 1\r\n')).toBeNull();
    expect(read('tspl', 'READY 1\r\n\x04')).toEqual(['paper-out']);
    expect(read('tspl', '\x04READY 1\r\n\r\n')).toEqual(['paper-out']);
    expect(read('tspl', '\r\nOUT OF PAPER\r\n\x00')).toEqual([]);
  });

  it('lines of the XPP,XL family count too', () => {
    expect(read('tspl', 'SSSGETPRINTING:DOING\r\n')).toEqual(['busy']);
    expect(read('tspl', 'SSSGETPRINTING:DOING\r\nSSSGETPRINTING:DONE\r\n')).toEqual([]);
    expect(read('tspl', 'SSSGETCAP:OPEN\r\n')).toEqual(['head-open']);
    expect(read('tspl', 'SSSGETCAP:CLOSE\r\n')).toBeNull();
    expect(read('tspl', 'SSSGETPAPER:NO\r\n')).toEqual(['paper-out']);
  });

  it.each([
    ['\x02@@@@\x03\r\n', []],
    ['\x02`@@@\x03\r\n', ['paused']],
    ['\x02E@@A\x03\r\n', ['paper-out']],
    ['\x02E@@`\x03\r\n', ['head-open']],
    ['\x02E@H@\x03\r\n', ['cutter-fault']],
    ['\x02E@A@\x03\r\n', ['overheated']],
    ['\x02P@@@\x03\r\n', ['busy']],
    ['\x02L@@@\x03\r\n', ['label-waiting']],
    ['\x02E@@@\x03\r\n', ['fault']],
    ['\x02@@', null],
    ['\x02@@@@\x03\r', []],
  ])('full status %j', (frame, expected) => {
    expect(read('tspl', frame)).toEqual(expected);
  });
});

describe('ZPL ~HS and ~HQES', () => {
  const hostStatus = (one: string, two: string): string => `\x02${one}\x03\r\n\x02${two}\x03\r\n\x021234,0\x03\r\n`;
  const READY = hostStatus('030,0,0,1218,000,0,0,0,000,0,0,0', '000,0,0,0,0,2,4,0,00000000,1,000');
  const errors = (error: string, warning = '0 00000000 00000000'): string =>
    `\x02\r\n\r\n  PRINTER STATUS\r\n   ERRORS:         ${error}\r\n   WARNINGS:       ${warning}\r\n\x03`;

  it('ready, and proof that nothing is left to print', () => {
    expect(read('zpl', READY)).toEqual([]);
    expect(dialect('zpl').read(latin1(READY)).at(-1)?.isAllPrinted).toBe(true);
  });

  it.each([
    ['030,1,0,1218,000,0,0,0,000,0,0,0', '000,0,0,0,0,2,4,0,00000000,1,000', ['paper-out']],
    ['030,0,1,1218,000,0,0,0,000,0,0,0', '000,0,0,0,0,2,4,0,00000000,1,000', ['paused']],
    ['030,0,0,1218,002,0,0,0,000,0,0,0', '000,0,0,0,0,2,4,0,00000000,1,000', ['busy']],
    ['030,0,0,1218,000,0,0,1,000,0,0,0', '000,0,0,0,0,2,4,0,00000000,1,000', ['busy']],
    ['030,0,0,1218,000,0,0,0,000,0,0,1', '000,0,0,0,0,2,4,0,00000000,1,000', ['overheated']],
    ['030,0,0,1218,000,0,0,0,000,0,0,0', '000,0,1,0,0,2,4,0,00000000,1,000', ['head-open']],
    ['030,0,0,1218,000,0,0,0,000,0,0,0', '000,0,0,1,1,2,4,0,00000000,1,000', ['ribbon-out']],
    ['030,0,0,1218,000,0,0,0,000,0,0,0', '000,0,0,0,0,1,4,1,00000003,1,000', ['label-waiting', 'busy']],
  ])('%s / %s', (one, two, expected) => {
    expect(read('zpl', hostStatus(one, two))).toEqual(expected);
    expect(
      dialect('zpl')
        .read(latin1(hostStatus(one, two)))
        .at(-1)?.isAllPrinted,
    ).toBe(false);
  });

  it('is not read before it is whole, nor when it has the wrong fields', () => {
    for (let end = 0; end < READY.length - 2; end += 1) expect(read('zpl', READY.slice(0, end))).toBeNull();
    expect(read('zpl', hostStatus('030,0,0', '000,0,0'))).toBeNull();
  });

  it('errors say what ~HS keeps to itself', () => {
    expect(read('zpl', errors('1 00000000 00000001'))).toEqual(['paper-out']);
    expect(read('zpl', errors('1 00000000 00010005'))).toEqual(['head-open', 'paper-out', 'paused']);
    expect(read('zpl', errors('1 00000000 00001000'))).toEqual(['jam']);
    expect(read('zpl', errors('1 00000000 00000030'))).toEqual(['overheated']);
    expect(read('zpl', errors('1 00000000 00000080'))).toEqual(['fault']);
    expect(read('zpl', errors('0 00000000 00000000', '1 00000000 00000008'))).toEqual(['paper-low']);
    expect(read('zpl', errors('0 00000000 00000001'))).toEqual([]);
  });

  it('errors behind a host status complete it', () => {
    const found = dialect('zpl').read(latin1(READY + errors('1 00000000 00001000')));
    expect(found).toEqual([{ conditions: ['jam'], isBusy: false, isAllPrinted: false }]);
    expect(
      dialect('zpl')
        .read(latin1(READY + errors('0 00000000 00000000')))
        .at(-1)?.isAllPrinted,
    ).toBe(true);
  });

  it('errors alone prove nothing about the labels', () => {
    expect(
      dialect('zpl')
        .read(latin1(errors('0 00000000 00000000')))
        .at(-1)?.isAllPrinted,
    ).toBe(false);
  });
});

describe('ESC/POS DLE EOT', () => {
  it.each([
    [[0x12, 0x12, 0x12, 0x12], []],
    [[0x1a, 0x16, 0x12, 0x12], ['head-open']],
    [[0x1a, 0x32, 0x12, 0x7e], ['paper-out']],
    [[0x12, 0x12, 0x12, 0x1e], ['paper-low']],
    [[0x1a, 0x52, 0x1a, 0x12], ['cutter-fault']],
    [[0x1a, 0x52, 0x32, 0x12], ['fault']],
    [[0x1a, 0x52, 0x52, 0x12], ['overheated']],
    [[0x1a, 0x12, 0x12, 0x12], ['offline']],
  ])('%j', (bytes, expected) => {
    expect(read('escpos', Uint8Array.from(bytes))).toEqual(expected);
  });

  it('three of the four bytes are no answer, and other bytes none at all', () => {
    expect(read('escpos', Uint8Array.of(0x12, 0x12, 0x12))).toBeNull();
    expect(read('escpos', Uint8Array.of(0x12, 0x12, 0x00, 0x12, 0x12))).toBeNull();
    expect(read('escpos', 'ok\r\n\x12\x16\x12\x12')).toEqual(['head-open']);
  });
});

describe('EPL ^ee', () => {
  it.each([
    ['00\r\n', []],
    ['07\r\n', ['paper-out']],
    ['11\r\n', ['head-open']],
    ['07,12\r\n', ['paper-out', 'paused']],
    ['01\r\n', []],
    ['07', null],
    ['0', null],
    ['hello\r\n', null],
  ])('%j', (text, expected) => {
    expect(read('epl', text)).toEqual(expected);
  });
});

describe('CPCL ESC h', () => {
  it.each([
    [0x00, []],
    [0x01, ['busy']],
    [0x02, ['paper-out']],
    [0x06, ['head-open', 'paper-out']],
    [0x18, []],
    [0x40, null],
  ])('byte %i', (byte, expected) => {
    expect(read('cpcl', Uint8Array.of(byte))).toEqual(expected);
  });
});

describe('every language', () => {
  it('but plain pages has a question', () => {
    expect(ASKED).toEqual(['tspl', 'zpl', 'epl', 'cpcl', 'escpos']);
    for (const language of ASKED) expect(dialect(language).query.length).toBeGreaterThan(0);
  });

  it('reads garbage without harm: known conditions, each once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ASKED), fc.uint8Array({ maxLength: 400 }), (language, bytes) => {
        for (const { conditions } of dialect(language).read(bytes)) {
          expect(new Set(conditions).size).toBe(conditions.length);
          for (const condition of conditions) expect(PRINTER_CONDITIONS).toContain(condition);
        }
      }),
    );
  });

  it('never takes text for a status', () => {
    const line = fc.stringMatching(/^[A-Z][A-Za-z :.]{2,40}$/).map((text) => `${text}\r\n`);
    fc.assert(
      fc.property(fc.constantFrom('tspl', 'zpl', 'epl', 'cpcl'), fc.array(line), (language, lines) => {
        expect(read(language as PrinterLanguage, lines.join(''))).toBeNull();
      }),
    );
  });
});

describe('what keeps a printer from printing', () => {
  it('is the first condition that is not just news', () => {
    expect(blockingCondition(['paper-low', 'label-waiting'])).toBeNull();
    expect(blockingCondition(['paper-low', 'head-open'])).toBe('head-open');
    expect(isIdle({ conditions: ['paper-low'], isBusy: false, isAllPrinted: false })).toBe(true);
    expect(isIdle({ conditions: [], isBusy: true, isAllPrinted: false })).toBe(false);
  });
});
