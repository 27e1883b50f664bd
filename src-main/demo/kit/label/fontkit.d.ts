/** fontkit 2.0.4 brings no types; only what the font adapter touches is declared. */
declare module 'fontkit' {
  export interface FontkitSubset {
    encode(): Uint8Array;
    includeGlyph(glyph: unknown): number;
  }
  export interface FontkitFont {
    createSubset(): FontkitSubset;
  }
  export function create(data: Uint8Array, postscriptName?: string): FontkitFont;
}
