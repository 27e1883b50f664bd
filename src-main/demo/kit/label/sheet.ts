import { rgb, type PDFFont, type PDFPage } from 'pdf-lib';
import { code128Widths, qrMatrix } from './bars.ts';

/** Label printers of the 203 dpi class have 8 dots a millimetre. Everything on a sheet sits on whole dots. */
export const dotsPerMm = 8;
const pointsPerDot = 72 / 25.4 / dotsPerMm;
const smallestPoints = 7;
const black = rgb(0, 0, 0);

export interface LabelFonts {
  regular: PDFFont;
  bold: PDFFont;
}

export interface TextBox {
  leftDots: number;
  /** Where the letters stand. */
  baselineDots: number;
  widthDots: number;
  sizePoints: number;
  isBold?: boolean;
  isCentred?: boolean;
}

/** A PDF page measured in printer dots from its top left corner. */
export class LabelSheet {
  readonly #page: PDFPage;
  readonly #fonts: LabelFonts;
  readonly #heightDots: number;

  constructor(page: PDFPage, fonts: LabelFonts, size: { widthMm: number; heightMm: number }) {
    this.#page = page;
    this.#fonts = fonts;
    this.#heightDots = size.heightMm * dotsPerMm;
    page.setSize(size.widthMm * dotsPerMm * pointsPerDot, this.#heightDots * pointsPerDot);
  }

  rectangle(leftDots: number, topDots: number, widthDots: number, heightDots: number): void {
    this.#page.drawRectangle({
      x: leftDots * pointsPerDot,
      y: (this.#heightDots - topDots - heightDots) * pointsPerDot,
      width: widthDots * pointsPerDot,
      height: heightDots * pointsPerDot,
      color: black,
    });
  }

  /** One line: shrinks to fit down to 7 points, then ends in `…`. Letters that the font lacks become `□`. */
  text(value: string, box: TextBox): void {
    const font = box.isBold === true ? this.#fonts.bold : this.#fonts.regular;
    const widthPoints = box.widthDots * pointsPerDot;
    const known = withKnownLetters(value, font);
    const size = Math.max(
      smallestPoints,
      Math.min(box.sizePoints, (box.sizePoints * widthPoints) / font.widthOfTextAtSize(known, box.sizePoints)),
    );
    const shown = shortened(known, (candidate) => font.widthOfTextAtSize(candidate, size) <= widthPoints + 0.01);
    const indent = box.isCentred === true ? (widthPoints - font.widthOfTextAtSize(shown, size)) / 2 : 0;
    this.#page.drawText(shown, {
      x: box.leftDots * pointsPerDot + indent,
      y: (this.#heightDots - box.baselineDots) * pointsPerDot,
      size,
      font,
      color: black,
    });
  }

  /** Code 128 as rectangles, centred in the width. Throws when bars and quiet zones do not fit. */
  code128(
    text: string,
    box: { leftDots: number; topDots: number; widthDots: number; heightDots: number; moduleDots: number },
  ): void {
    const widths = code128Widths(text);
    const codeDots = widths.reduce((sum, width) => sum + width, 0) * box.moduleDots;
    const quietDots = 10 * box.moduleDots;
    if (codeDots + 2 * quietDots > box.widthDots) throw new Error(`the code "${text}" is too wide for its place`);
    let leftDots = box.leftDots + Math.floor((box.widthDots - codeDots) / 2);
    for (const [index, width] of widths.entries()) {
      if (index % 2 === 0) this.rectangle(leftDots, box.topDots, width * box.moduleDots, box.heightDots);
      leftDots += width * box.moduleDots;
    }
  }

  /** A QR code; its side in dots comes back. */
  qr(text: string, place: { leftDots: number; topDots: number; moduleDots: number }): number {
    const matrix = qrMatrix(text);
    for (let row = 0; row < matrix.size; row += 1) {
      for (let column = 0; column < matrix.size; column += 1) {
        if (!matrix.isDark(column, row)) continue;
        const leftDots = place.leftDots + column * place.moduleDots;
        this.rectangle(leftDots, place.topDots + row * place.moduleDots, place.moduleDots, place.moduleDots);
      }
    }
    return matrix.size * place.moduleDots;
  }
}

function withKnownLetters(text: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet());
  return Array.from(text, (letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : '□')).join('');
}

function shortened(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && !fits(`${letters.join('')}…`)) letters.pop();
  return `${letters.join('')}…`;
}
