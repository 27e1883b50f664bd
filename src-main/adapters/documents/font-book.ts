// oxlint-disable-next-line typescript/triple-slash-reference -- the tests compile this file without this folder's declarations
/// <reference path="./fontkit.d.ts" />
import type { FontkitFont, FontkitGlyph } from 'fontkit';
import { openFont } from './font-adapter.ts';
import type { FaceName, FontBytes } from './font-files.ts';

/** A letter in the first font that has it. */
export interface Letter {
  readonly character: string;
  /** Null: no font has it, a box is drawn. */
  readonly drawn: { readonly face: FaceName; readonly glyph: FontkitGlyph; readonly unitsPerEm: number } | null;
  readonly widthEm: number;
}

export const MISSING_EM = 0.62;
/** Enough for every letter a shop meets; hostile text cannot fill the memory. */
const MAX_LETTERS = 20_000;

const HANGUL = /[\p{Script=Hangul}]/u;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const FACE_OF_COUNTRY: Readonly<Record<string, FaceName>> = { TW: 'tc', HK: 'tc', MO: 'tc', JP: 'jp', KR: 'kr' };

/** All fonts of our paper, opened when first needed and kept. */
export class FontBook {
  readonly #bytesOf: FontBytes;
  readonly #bytes = new Map<string, Uint8Array>();
  readonly #letters = new Map<string, Letter>();

  constructor(bytesOf: FontBytes) {
    this.#bytesOf = bytesOf;
  }

  bytes(face: FaceName, isBold: boolean): Uint8Array {
    const key = `${face}:${isBold}`;
    const known = this.#bytes.get(key);
    if (known !== undefined) return known;
    const bytes = this.#bytesOf(face, isBold);
    this.#bytes.set(key, bytes);
    return bytes;
  }

  /** `country` chooses how Chinese characters are written: their shapes differ between China, Taiwan, Japan and Korea. */
  letter(character: string, isBold: boolean, country: string | null): Letter {
    const preferred = FACE_OF_COUNTRY[country ?? ''] ?? 'sc';
    const key = `${preferred}:${isBold}:${character}`;
    const known = this.#letters.get(key);
    if (known !== undefined) return known;
    if (this.#letters.size >= MAX_LETTERS) this.#letters.clear();
    const letter = this.#find(character, isBold, preferred);
    this.#letters.set(key, letter);
    return letter;
  }

  #find(character: string, isBold: boolean, preferred: FaceName): Letter {
    const codePoint = character.codePointAt(0) ?? 0;
    for (const face of facesFor(character, preferred)) {
      const font: FontkitFont = openFont(this.bytes(face, isBold));
      if (!font.hasGlyphForCodePoint(codePoint)) continue;
      const glyph = font.glyphForCodePoint(codePoint);
      const { unitsPerEm } = font;
      return { character, drawn: { face, glyph, unitsPerEm }, widthEm: glyph.advanceWidth / unitsPerEm };
    }
    return { character, drawn: null, widthEm: MISSING_EM };
  }
}

/** Large fonts are opened only for the scripts they are made for. */
function facesFor(character: string, preferred: FaceName): readonly FaceName[] {
  if (HANGUL.test(character)) return ['kr'];
  if (HAN.test(character)) return [...new Set<FaceName>([preferred, 'sc', 'tc', 'jp', 'kr'])];
  return ['sans', preferred];
}
