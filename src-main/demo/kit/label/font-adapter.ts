// oxlint-disable-next-line typescript/triple-slash-reference -- the tests compile this file without this folder's declarations
/// <reference path="./fontkit.d.ts" />
import { create, type FontkitFont, type FontkitSubset } from 'fontkit';
import type { PDFDocument } from 'pdf-lib';

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0];

/** What pdf-lib 1.17 reads from a subset: a stream-like thing that gives all bytes at once. */
interface EncodeStream {
  on(event: string, listener: (chunk?: Uint8Array) => void): EncodeStream;
}

/**
 * fontkit 2 for pdf-lib 1.17. pdf-lib's own fontkit fork writes subsets whose glyphs go missing on paper; fontkit itself is right but
 * gives `encode()` where pdf-lib wants `encodeStream()`.
 */
export const fontkitForPdf: Fontkit = {
  create: (data: Uint8Array, name?: string) => {
    const font = create(data, name);
    const createSubset = font.createSubset.bind(font);
    font.createSubset = () => Object.assign(createSubset(), { encodeStream });
    return asPdfFont(font);
  },
};

function encodeStream(this: FontkitSubset): EncodeStream {
  const bytes = this.encode();
  const stream: EncodeStream = {
    on: (event, listener) => {
      if (event === 'data') listener(bytes);
      if (event === 'end') listener();
      return stream;
    },
  };
  return stream;
}

/** pdf-lib types the font by its own fork's classes; at run time it uses only what both have. */
function asPdfFont(font: FontkitFont): ReturnType<Fontkit['create']> {
  return font as unknown as ReturnType<Fontkit['create']>;
}
