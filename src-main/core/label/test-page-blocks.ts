import type { Bitmap } from './bitmap.ts';
import { code128Modules, CODE128_QUIET, drawCode128 } from './code128.ts';
import { drawText, LETTER_HEIGHT, textWidth } from './dot-font.ts';
import { clearBox, fillBox, outlineBox, shadeBox } from './draw.ts';
import { dotsPerMm, type PrinterProfile } from './printer-profile.ts';

/** A piece of the test label. `rank`: the lowest is the most useful where there is not room for all. */
export interface TestBlock {
  readonly rank: number;
  readonly width: number;
  readonly height: number;
  draw(bitmap: Bitmap, left: number, top: number): void;
}

/** From the top down; smaller where either side of the stock is short. */
export function contentBlocks(profile: PrinterProfile): readonly TestBlock[] {
  const dots = dotsPerMm(profile.dpi);
  const isSmall = Math.min(profile.mediaWidthMm, profile.mediaHeightMm) < SMALL_STOCK_MM;
  const step = Math.round((isSmall ? 4 : 5) * dots);
  const lines = factLines(profile);
  return [
    arrow(Math.round((isSmall ? 6 : 10) * dots)),
    textLines(lines.slice(0, 2), 1, dots),
    textLines(lines.slice(2), 6, dots),
    bars('3DOT', 3, Math.round((isSmall ? 5 : 8) * dots), dots, 2),
    bars('2DOT', 2, Math.round((isSmall ? 5 : 8) * dots), dots, 3),
    greys(step),
    swatch(step, dots),
  ];
}

const SMALL_STOCK_MM = 60;

/** Points to where the label's top should be. */
function arrow(size: number): TestBlock {
  const [width, height] = [size, size];
  return {
    rank: 0,
    width,
    height,
    draw: (bitmap, left, top) => {
      const head = height >> 1;
      const middle = left + (width >> 1);
      for (let row = 0; row < head; row += 1) {
        const half = Math.round((row / head) * (width >> 1));
        fillBox(bitmap, { left: middle - half, top: top + row, width: 2 * half + 1, height: 1 });
      }
      const shaft = Math.round(width / 4);
      fillBox(bitmap, { left: middle - (shaft >> 1), top: top + head, width: shaft, height: height - head });
    },
  };
}

/** The profile in figures, so that a photo of the label says how it was made. */
function factLines(profile: PrinterProfile): string[] {
  const { language, dpi, mediaWidthMm, mediaHeightMm, offsetXMm, offsetYMm } = profile;
  const { feedScale, rotation, density, inkThreshold } = profile;
  return [
    `${language === 'escpos' ? 'ESC/POS' : language.toUpperCase()} ${dpi} DPI`,
    `${millimetres(mediaWidthMm)}×${millimetres(mediaHeightMm)} MM`,
    `X${signed(offsetXMm)} Y${signed(offsetYMm)}`,
    `FEED ${feedScale.toFixed(3)} TURN ${rotation}`,
    `DARK ${density ?? '-'} INK ${inkThreshold}`,
  ];
}

function textLines(lines: readonly string[], rank: number, dots: number): TestBlock {
  const scale = Math.max(1, Math.round(dots / 4));
  const step = (LETTER_HEIGHT + 3) * scale;
  return {
    rank,
    width: Math.max(...lines.map((line) => textWidth(line, scale))),
    height: step * lines.length - 3 * scale,
    draw: (bitmap, left, top) =>
      lines.forEach((line, index) => drawText(bitmap, line, { left, top: top + index * step, scale })),
  };
}

const millimetres = (value: number): string => String(Math.round(value * 10) / 10);
const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(1)}`;

/** A Code 128 whose narrowest bar is so many dots wide. */
function bars(text: string, moduleDots: number, height: number, dots: number, rank: number): TestBlock {
  const quiet = CODE128_QUIET * moduleDots;
  const scale = Math.max(1, Math.round(dots / 5));
  const gap = Math.round(dots / 2);
  return {
    rank,
    width: code128Modules(text) * moduleDots + 2 * quiet,
    height: height + gap + LETTER_HEIGHT * scale,
    draw: (bitmap, left, top) => {
      drawCode128(bitmap, text, { left: left + quiet, top, height, moduleDots });
      drawText(bitmap, text, { left: left + quiet, top: top + height + gap, scale });
    },
  };
}

/** Greys from black to light, and single lines: white ones close when it is too dark, black ones fade when too pale. */
function greys(edge: number): TestBlock {
  const shares = [16, 12, 8, 4, 2];
  return {
    rank: 4,
    width: edge * (shares.length + 2),
    height: edge,
    draw: (bitmap, left, top) => {
      shares.forEach((share, index) =>
        shadeBox(bitmap, { left: left + index * edge, top, width: edge, height: edge }, share),
      );
      const whiteLines = left + edge * shares.length;
      fillBox(bitmap, { left: whiteLines, top, width: edge, height: edge });
      for (let at = 4; at < edge - 2; at += 6) {
        clearBox(bitmap, { left: whiteLines + 2, top: top + at, width: edge - 4, height: 1 });
        fillBox(bitmap, { left: whiteLines + edge + 2, top: top + at, width: edge - 4, height: 1 });
      }
    },
  };
}

/** Black and white by their names: a printer that takes the one for the other shows it at once. */
function swatch(edge: number, dots: number): TestBlock {
  const scale = Math.max(1, Math.round(dots / 5));
  const gap = Math.round(dots);
  const textLength = textWidth('BLACK', scale);
  const half = edge + gap + textLength;
  const line = Math.max(2, Math.round(dots / 4));
  return {
    rank: 5,
    width: 2 * half + 2 * gap,
    height: edge,
    draw: (bitmap, left, top) => {
      const second = left + half + 2 * gap;
      const textTop = top + ((edge - LETTER_HEIGHT * scale) >> 1);
      fillBox(bitmap, { left, top, width: edge, height: edge });
      outlineBox(bitmap, { left: second, top, width: edge, height: edge }, line);
      drawText(bitmap, 'BLACK', { left: left + edge + gap, top: textTop, scale });
      drawText(bitmap, 'WHITE', { left: second + edge + gap, top: textTop, scale });
    },
  };
}
