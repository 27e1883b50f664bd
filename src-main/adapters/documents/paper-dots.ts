import { MM_PER_PT, type PaperBox, type PaperItem } from '../../core/paper/paper.ts';
import { MISSING_EM } from './font-book.ts';
import type { TextLine, TextRun } from './place-text.ts';
import { makeSymbol, moduleDots } from './symbols.ts';

/** A black rectangle on whole dots, from the upper left corner of the page. */
export interface DotBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Thin lines stay visible: at least one dot. */
export function boxDots(box: PaperBox, perMm: number): DotBox {
  const left = Math.round(box.leftMm * perMm);
  const top = Math.round(box.topMm * perMm);
  const right = Math.max(left + 1, Math.round((box.leftMm + box.widthMm) * perMm));
  const bottom = Math.max(top + 1, Math.round((box.topMm + box.heightMm) * perMm));
  return { left, top, width: right - left, height: bottom - top };
}

/** The four sides of a box. */
export function frameDots({ left, top, width, height }: DotBox, line: number): DotBox[] {
  return [
    { left, top, width, height: line },
    { left, top: top + height - line, width, height: line },
    { left, top, width: line, height },
    { left: left + width - line, top, width: line, height },
  ];
}

/** The bars of a barcode in the middle of its box, as large as they go. Errors: BarcodeImpossible. */
export function codeDots(item: Extract<PaperItem, { kind: 'code' }>, perMm: number): DotBox[] {
  const symbol = makeSymbol(item.symbol, item.text);
  const room = boxDots(item, perMm);
  const dots = moduleDots(symbol, room, perMm);
  const height = symbol.rows === null ? room.height : symbol.rows * dots;
  const left = room.left + Math.floor((room.width - symbol.columns * dots) / 2);
  const top = room.top + Math.floor((room.height - height) / 2);
  return symbol.bars.map((bar) => ({
    left: left + bar.x * dots,
    top: top + bar.y * dots,
    width: bar.width * dots,
    height: symbol.rows === null ? height : bar.height * dots,
  }));
}

/** In the place of a missing letter, in ems. */
const MISSING = { leftEm: 0.06, topEm: 0.76, widthEm: MISSING_EM - 0.12, heightEm: 0.8, lineEm: 0.06 } as const;

/** Empty boxes in the places of letters that no font has. */
export function missingDots(run: TextRun, line: TextLine, perMm: number): DotBox[] {
  const em = line.sizePt * MM_PER_PT * perMm;
  return run.letters.flatMap((letter, index) => {
    const box = {
      left: Math.round(run.xMm * perMm + (index * letter.widthEm + MISSING.leftEm) * em),
      top: Math.round(line.baselineMm * perMm - MISSING.topEm * em),
      width: Math.round(MISSING.widthEm * em),
      height: Math.round(MISSING.heightEm * em),
    };
    return frameDots(box, Math.max(1, Math.round(MISSING.lineEm * em)));
  });
}
