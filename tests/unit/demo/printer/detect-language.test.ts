import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../../src-main/demo/printer/detect-language.ts';

const detect = (text: string) => detectLanguage(Buffer.from(text, 'latin1'));

describe('the language of a job by its first bytes', () => {
  it.each([
    ['zpl', ['^XA^PW812', '~SD10^XA', '\n~DGR:A.GRF,1,1,00', '~HS', '~HI', '~HQES', '! U1 getvar "x"', 'CT~~CD,~CC^']],
    [
      'tspl',
      ['SIZE 100 mm,150 mm\r\n', '\0\0\0\0SIZE 100 mm,15', '\x1b!?', '~!T', '\r\nGAP 2 mm,0 mm\r\n', 'hello\r\n'],
    ],
    ['epl', ['\nN\nq812\n', 'N\r\n', 'Q1218,24\n']],
    ['cpcl', ['! 0 200 200 1218 1\r\n', '\x1bh']],
    ['escpos', ['\x1b@', '\x10\x04\x01', '\x1dr\x01']],
  ] as const)('%s', (language, beginnings) => {
    expect(beginnings.map(detect)).toEqual(beginnings.map(() => language));
  });

  it.each(['', '\0\0', '\r\n', '\x1b', '\x10', '~', 'SIZE'])('cannot be told of %j yet', (beginning) => {
    expect(detect(beginning)).toBeNull();
  });
});
