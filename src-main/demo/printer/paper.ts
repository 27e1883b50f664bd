/** One label as it came out: a bitmap, 1 = black, rows padded to whole bytes, and how the job asked for it. */
export interface DecodedPaper {
  language: 'tspl' | 'zpl';
  widthDots: number;
  heightDots: number;
  bytesPerRow: number;
  dots: Uint8Array;
  copies: number;
}

/** What a language reader found in the bytes so far. */
export interface ReadResult {
  papers: DecodedPaper[];
  /** Commands it did not know or could not do; a real printer would swallow them. */
  complaints: string[];
}

/** An all-white page. */
export function whitePage(language: 'tspl' | 'zpl', widthDots: number, heightDots: number): DecodedPaper {
  const bytesPerRow = Math.ceil(widthDots / 8);
  return { language, widthDots, heightDots, bytesPerRow, dots: new Uint8Array(bytesPerRow * heightDots), copies: 1 };
}

/** Lays rows of dots on the page; what falls off its edge is lost, as on paper. */
export function layRows(page: DecodedPaper, left: number, top: number, bytesPerRow: number, rows: Uint8Array): void {
  const height = Math.floor(rows.length / bytesPerRow);
  for (let row = 0; row < height; row += 1) {
    const y = top + row;
    if (y < 0 || y >= page.heightDots) continue;
    for (let column = 0; column < bytesPerRow * 8; column += 1) {
      const isBlack = ((rows[row * bytesPerRow + (column >> 3)] ?? 0) & (0x80 >> (column & 7))) !== 0;
      const x = left + column;
      if (!isBlack || x < 0 || x >= page.widthDots) continue;
      const at = y * page.bytesPerRow + (x >> 3);
      page.dots[at] = (page.dots[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
}
