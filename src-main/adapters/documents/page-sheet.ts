import {
  fill,
  grayscale,
  rectangle,
  setFillingGrayscaleColor,
  type PDFDocument,
  type PDFFont,
  type PDFPage,
} from 'pdf-lib';
import { dotsPerMm, type PrinterProfile } from '../../core/label/printer-profile.ts';
import { MM_PER_PT, type PaperItem, type PaperPage, type PaperText } from '../../core/paper/paper.ts';
import type { FaceName } from './font-files.ts';
import { boxDots, codeDots, frameDots, missingDots, type DotBox } from './paper-dots.ts';
import { placeText, type TextLine, type TextPlacer, type TextRun } from './place-text.ts';

const BLACK = 0;
const WHITE = 1;

export interface SheetTools extends TextPlacer {
  readonly document: PDFDocument;
  readonly dpi: PrinterProfile['dpi'];
  /** The fonts of the document, embedded when first used. */
  readonly embed: (face: FaceName, isBold: boolean) => Promise<PDFFont>;
}

/** Draws one page; everything but letters stands on whole dots of the head. Errors: BarcodeImpossible. */
export async function drawPage(paper: PaperPage, tools: SheetTools): Promise<void> {
  const sheet = new PageSheet(paper, tools);
  for (const item of paper.items) await sheet.draw(item);
}

class PageSheet {
  readonly #tools: SheetTools;
  readonly #page: PDFPage;
  readonly #perMm: number;
  readonly #dotPt: number;
  readonly #heightPt: number;

  constructor(paper: PaperPage, tools: SheetTools) {
    this.#tools = tools;
    this.#perMm = dotsPerMm(tools.dpi);
    this.#dotPt = 1 / (MM_PER_PT * this.#perMm);
    this.#heightPt = Math.round(paper.heightMm * this.#perMm) * this.#dotPt;
    const widthPt = Math.round(paper.widthMm * this.#perMm) * this.#dotPt;
    this.#page = tools.document.addPage([widthPt, this.#heightPt]);
  }

  async draw(item: PaperItem): Promise<void> {
    const perMm = this.#perMm;
    if (item.kind === 'fill') this.#fill([boxDots(item, perMm)], BLACK);
    else if (item.kind === 'code') this.#fill(codeDots(item, perMm), BLACK);
    else if (item.kind === 'text') await this.#text(item);
    else this.#fill(frameDots(boxDots(item, perMm), Math.max(1, Math.round(item.lineMm * perMm))), BLACK);
  }

  async #text(item: PaperText): Promise<void> {
    const ink = item.isWhite ? WHITE : BLACK;
    for (const line of placeText(item, this.#tools)) {
      for (const run of line.runs) {
        if (run.face === null) this.#fill(missingDots(run, line, this.#perMm), ink);
        else this.#letters(run, line, await this.#tools.embed(run.face, item.isBold), ink);
      }
    }
  }

  #letters(run: TextRun, line: TextLine, font: PDFFont, ink: number): void {
    const text = run.letters.map((letter) => letter.character).join('');
    if (text.trim() === '') return;
    this.#page.drawText(text, {
      x: run.xMm / MM_PER_PT,
      y: this.#heightPt - line.baselineMm / MM_PER_PT,
      size: line.sizePt,
      font,
      color: grayscale(ink),
    });
  }

  #fill(boxes: readonly DotBox[], ink: number): void {
    const dot = this.#dotPt;
    const paths = boxes.map(({ left, top, width, height }) =>
      rectangle(left * dot, this.#heightPt - (top + height) * dot, width * dot, height * dot),
    );
    this.#page.pushOperators(setFillingGrayscaleColor(ink), ...paths, fill());
  }
}
