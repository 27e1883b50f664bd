/** The languages that the virtual printer understands. */
export const PAPER_LANGUAGES = ['tspl', 'zpl', 'epl', 'cpcl', 'escpos'] as const;
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number];

/** One label as it came out: a bitmap, 1 = black, rows padded to whole bytes, and how the job asked for it. */
export interface DecodedPaper {
  language: PaperLanguage;
  widthDots: number;
  heightDots: number;
  bytesPerRow: number;
  dots: Uint8Array;
  copies: number;
}

/** A4 at 600 dpi has 35 million; more would only take memory. */
export const MAX_DOTS = 60_000_000;

/** An all-white page. */
export function whitePage(language: PaperLanguage, widthDots: number, heightDots: number): DecodedPaper {
  const bytesPerRow = Math.ceil(widthDots / 8);
  return { language, widthDots, heightDots, bytesPerRow, dots: new Uint8Array(bytesPerRow * heightDots), copies: 1 };
}

/** Lays rows of dots on the page; what falls off its edge is lost, as on paper. */
export function layRows(page: DecodedPaper, left: number, top: number, bytesPerRow: number, rows: Uint8Array): void {
  const height = Math.min(Math.floor(rows.length / bytesPerRow), page.heightDots - top);
  for (let row = Math.max(0, -top); row < height; row += 1) {
    const line = rows.subarray(row * bytesPerRow, (row + 1) * bytesPerRow);
    if (left % 8 === 0 && left >= 0) layBytes(page, left / 8, top + row, line);
    else layDots(page, left, top + row, line);
  }
}

function layBytes(page: DecodedPaper, fromByte: number, y: number, line: Uint8Array): void {
  const start = y * page.bytesPerRow;
  const end = Math.min(page.bytesPerRow, fromByte + line.length);
  const lastMask = 0xff << ((8 - (page.widthDots % 8)) % 8);
  for (let column = fromByte; column < end; column += 1) {
    const ink = (line[column - fromByte] ?? 0) & (column === page.bytesPerRow - 1 ? lastMask : 0xff);
    page.dots[start + column] = (page.dots[start + column] ?? 0) | ink;
  }
}

function layDots(page: DecodedPaper, left: number, y: number, line: Uint8Array): void {
  for (let column = 0; column < line.length * 8; column += 1) {
    const isBlack = ((line[column >> 3] ?? 0) & (0x80 >> (column & 7))) !== 0;
    const x = left + column;
    if (!isBlack || x < 0 || x >= page.widthDots) continue;
    const at = y * page.bytesPerRow + (x >> 3);
    page.dots[at] = (page.dots[at] ?? 0) | (0x80 >> (x & 7));
  }
}
