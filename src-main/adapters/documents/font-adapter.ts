// oxlint-disable-next-line typescript/triple-slash-reference -- the tests compile this file without this folder's declarations
/// <reference path="./fontkit.d.ts" />
import { create, type FontkitFont, type FontkitGlyph } from 'fontkit';
import type { PDFDocument } from 'pdf-lib';

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0];
type PdfFont = ReturnType<Fontkit['create']>;

const fonts = new WeakMap<Uint8Array, FontkitFont>();

/** The font of these bytes, read once: the same array gives the same font. */
export function openFont(bytes: Uint8Array): FontkitFont {
  const known = fonts.get(bytes);
  if (known !== undefined) return known;
  const font = forPdf(create(bytes));
  fonts.set(bytes, font);
  return font;
}

/**
 * fontkit 2 for pdf-lib 1.17, whose own fontkit fork loses letters on paper: it writes a short table of glyph places
 * for glyphs of odd length.
 */
export const pdfFontkit: Fontkit = {
  // At run time pdf-lib uses only what both have; its types are those of its fork.
  create: (bytes: Uint8Array) => openFont(bytes) as unknown as PdfFont,
};

/**
 * Two things differ. pdf-lib reads a subset as a stream. And it draws glyphs side by side by their own widths, so that
 * ligatures, kerning and reordered marks would only put drawn text apart from measured text: one letter, one glyph.
 */
function forPdf(font: FontkitFont): FontkitFont {
  const createSubset = font.createSubset.bind(font);
  return Object.assign(font, {
    createSubset: () => {
      const subset = createSubset();
      return Object.assign(subset, { encodeStream: () => streamOf(subset.encode()) });
    },
    layout: (text: string): { glyphs: FontkitGlyph[] } => ({
      glyphs: Array.from(text).map((character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0)),
    }),
  });
}

interface OneChunk {
  on(event: string, listener: (chunk?: Uint8Array) => void): OneChunk;
}

function streamOf(bytes: Uint8Array): OneChunk {
  const stream: OneChunk = {
    on: (event, listener) => {
      if (event === 'data') listener(bytes);
      if (event === 'end') listener();
      return stream;
    },
  };
  return stream;
}
