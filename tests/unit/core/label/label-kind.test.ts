import { describe, expect, it } from 'vitest';
import { kindOfLabel } from '../../../../src-main/core/label/label-kind.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('kindOfLabel', () => {
  it.each([
    ['pdf', '%PDF-1.4\n'],
    ['pdf', 'HTTP/1.1 200 OK\r\n\r\n%PDF-1.7'],
    ['png', '\x89PNG\r\n\x1a\n\0\0'],
    ['gif', 'GIF89a\x01\0'],
    ['gif', 'GIF87a\x01\0'],
    ['jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['zpl', '^XA^FO10,10^FDx^FS^XZ'],
    ['zpl', '\xef\xbb\xbf\r\n  ^xa^xz'],
    ['zpl', 'CT~~CD,~CC^~CT~\n^XA^XZ'],
    ['zpl', `~DGR:X.GRF,2000,10,${'F'.repeat(4_000)}^XA^XGR:X.GRF^FS^XZ`],
  ])('%s: %j', (kind, text) => {
    expect(kindOfLabel(bytes(text))).toBe(kind);
  });

  it.each(['', '\x89PNG', 'MZ\x90', '<html>', '^FO no format', 'text about ^XA', '{"a":"^XA"}', '\xff\xd8'])(
    'nothing of ours: %j',
    (text) => {
      expect(kindOfLabel(bytes(text))).toBeNull();
    },
  );
});
