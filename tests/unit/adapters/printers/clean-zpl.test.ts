import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanZpl, type ZplLabel } from '../../../../src-main/adapters/printers/raster/clean-zpl.ts';
import { zplCommands } from '../../../../src-main/adapters/printers/raster/zpl-tokens.ts';
import { LabelUnreadable } from '../../../../src-main/app/ports/printing.ts';

const only = (text: string): ZplLabel => {
  const labels = cleanZpl(text);
  expect(labels).toHaveLength(1);
  return labels[0]!;
};
const reasonOf = (text: string): unknown => {
  try {
    return cleanZpl(text).length;
  } catch (error) {
    return error instanceof LabelUnreadable ? error.reason : error;
  }
};

describe('zplCommands', () => {
  it('takes commands apart as a printer does', () => {
    expect(zplCommands('^XA^fo50,60^A0N,30,30^FDa, b^FS~SD15^XZ')).toEqual([
      { name: '^XA', data: '' },
      { name: '^FO', data: '50,60' },
      { name: '^A', data: '0N,30,30' },
      { name: '^FD', data: 'a, b' },
      { name: '^FS', data: '' },
      { name: '~SD', data: '15' },
      { name: '^XZ', data: '' },
    ]);
  });

  it('takes raw bytes for what they are, not for commands', () => {
    const commands = zplCommands('^XA^GFB,4,4,1,^XZ~^FS^XZ');
    expect(commands.map(({ name }) => name)).toEqual(['^XA', '^GF', '^FS', '^XZ']);
  });

  it('refuses other command signs, and passes over those that are usual', () => {
    expect(reasonOf('CT~~CD,~CC^~CT~\n^XA^FDx^FS^XZ')).toBe(1);
    expect(reasonOf('^XA^CC/^FDx^FS/XZ')).toBe('unknown-kind');
    expect(reasonOf('~CT!^XA^FDx^FS^XZ')).toBe('unknown-kind');
    expect(reasonOf('^XA^CD;^FDx^FS^XZ')).toBe('unknown-kind');
  });

  it('takes whatever comes without failing in another way', () => {
    const part = fc.constantFrom(
      '^XA',
      '^XZ',
      '^FD',
      '^GFB,',
      '~DG',
      '~DY',
      ',',
      'B',
      '99999999',
      '^A',
      '~',
      '^',
      '^CC',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        expect(['number', 'string']).toContain(typeof reasonOf(parts.join('')));
      }),
    );
  });
});

describe('cleanZpl', () => {
  it.each([
    '^JUS',
    '^JUF',
    '~JR',
    '~JA',
    '~JC',
    '^JB',
    '^KD0',
    '^KPaaaa',
    '^KN',
    '^MNN',
    '^MMC',
    '^MTT',
    '^MD30',
    '~SD30',
    '^PR2',
    '^PQ5',
    '^ST01,01,26',
    '^SL',
    '^SZ2',
    '^IDR:*.*',
    '^ISR:A.GRF,Y',
    '^EG',
    '~EG',
    '~WC',
    '~HS',
    '~HI',
    '^HH',
    '^HW*:*',
    '^ND1',
    '^NS1,1.1.1.1',
    '~NR',
    '^RFW,H',
    '^WD',
    '~PS',
    '~PP',
    '^XB',
    '^XSA',
    '^ZZ9',
    '^DNX',
    '~TA020',
    '^JSN',
    '^CVY',
  ])('leaves away %s', (command) => {
    const label = only(`^XA${command}^FO10,10^A0N,30,30^FDHello^FS${command}^XZ`);
    expect(label.body).toBe('^FO10,10^A0N,30,30^FDHello^FS');
    expect(label.isNative).toBe(true);
  });

  it('brings pictures along, in memory that forgets, and only those it needs', () => {
    const label = only(
      '~DGE:LOGO.GRF,2,1,FF81\n~DGR:OTHER,2,1,0000^XA^FO1,1^XGE:LOGO.GRF,2,2^FS^XZ^XA^IDE:LOGO.GRF^FS^XZ',
    );
    expect(label).toMatchObject({
      graphics: '~DGR:LOGO.GRF,2,1,FF81\n',
      graphicNames: ['R:LOGO.GRF'],
      body: '^FO1,1^XGR:LOGO.GRF,2,2^FS',
      isNative: true,
      isGraphicMissing: false,
    });
    expect(only('^XA^FO1,1^XGE:GONE.GRF,1,1^FS^XZ').isGraphicMissing).toBe(true);
  });

  it('is a page for each format that prints, with what the ones before had set', () => {
    const labels = cleanZpl('^XA^LH8,8^CI28^PW812^LL1218^JUS^XZ^XA^FO1,1^FDone^FS^XZ^XA^CI27^FO1,1^FDtwo^FS^XZ');
    expect(labels.map(({ body }) => body)).toEqual(['^LH8,8^CI28^FO1,1^FDone^FS', '^LH8,8^CI28^CI27^FO1,1^FDtwo^FS']);
    expect(labels[1]).toMatchObject({ widthDots: 812, heightDots: 1218 });
  });

  it('takes one of a series, and raw pictures as hexadecimal', () => {
    expect(only('^XA^FO1,1^SN001,1,Y^FS^XZ').body).toBe('^FO1,1^FD001^FS');
    expect(only('^XA^GFB,2,2,1,^\xff^FS^XZ').body).toBe('^GFA,2,2,1,5EFF^FS');
    expect(reasonOf('^XA^GFC,2,2,1,ab^FS^XZ')).toBe('unknown-kind');
  });

  it.each(['^POI', '^PMY', '^LRY', '^LS8', '^LT-5', '^MUM', '^CWQ,E:X.FNT'])(
    'is drawn, not sent, with %s',
    (command) => {
      expect(only(`^XA${command}^FO1,1^FDx^FS^XZ`).isNative).toBe(false);
    },
  );

  it('keeps templates for drawing and never sends them', () => {
    const label = only('^XA^DFR:T.ZPL^FO1,1^FN1^FS^XZ^XA^XFR:T.ZPL^FN1^FDx^FS^XZ');
    expect(label.templates).toContain('^DFR:T.ZPL');
    expect(label.isNative).toBe(false);
  });

  it('says why there is nothing to print', () => {
    expect(reasonOf('^XA^JUS^XZ')).toBe('no-pages');
    expect(reasonOf('^XA^FDcut short')).toBe('no-pages');
    expect(reasonOf('^XA^FDx^FS^XZ'.repeat(101))).toBe('too-large');
  });
});
