/** fontkit 2.0.4 brings no types; only what our paper needs is declared. */
declare module 'fontkit' {
  export interface FontkitSubset {
    encode(): Uint8Array;
    includeGlyph(glyph: unknown): number;
  }
  export interface FontkitPathCommand {
    readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
    readonly args: readonly number[];
  }
  export interface FontkitGlyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly path: { readonly commands: readonly FontkitPathCommand[] };
  }
  export interface FontkitFont {
    readonly unitsPerEm: number;
    createSubset(): FontkitSubset;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): FontkitGlyph;
  }
  export function create(data: Uint8Array, postscriptName?: string): FontkitFont;
}
