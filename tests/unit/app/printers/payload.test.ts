import { describe, expect, it } from 'vitest';
import { payloadFor } from '../../../../src-main/app/printers/payload.ts';
import { blankBitmap } from '../../../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE } from '../../../../src-main/core/label/printer-profile.ts';

const pages = [blankBitmap(8, 1), blankBitmap(8, 2)];
const encode = (bitmap: { heightDots: number }) => Uint8Array.from([bitmap.heightDots, 7]);

describe('payloadFor', () => {
  it('is one run of bytes for a printer of a language', () => {
    expect(payloadFor(pages, DEFAULT_PROFILE, encode)).toEqual({ kind: 'raw', bytes: Uint8Array.from([1, 7, 2, 7]) });
    expect(payloadFor(pages.slice(0, 1), DEFAULT_PROFILE, encode)).toEqual({
      kind: 'raw',
      bytes: Uint8Array.from([1, 7]),
    });
  });

  it('is the pages for a driver', () => {
    const page = { ...DEFAULT_PROFILE, language: 'page' as const, dpi: 300 as const };
    expect(payloadFor(pages, page, encode)).toEqual({ kind: 'pages', pages, dpi: 300 });
  });
});
