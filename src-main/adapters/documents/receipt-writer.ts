import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { BarcodeImpossible } from '../../app/ports/documents.ts';
import type { PaperItem } from '../../core/paper/paper.ts';
import { wrapText } from '../../core/paper/wrap-text.ts';
import type { FlowBlock, FlowCell } from '../../core/slip/flow.ts';
import { layBlock, LONGEST_BLOCK_MM } from '../../core/slip/lay-block.ts';
import { drawDots } from './dot-sheet.ts';
import { dotBands } from './escpos-dots.ts';
import type { TextPlacer } from './place-text.ts';

export interface ReceiptTools {
  readonly widthDots: number;
  readonly perMm: number;
  readonly hasShortBands: boolean;
  readonly placer: TextPlacer;
}

/** Font A of every receipt printer is 12 dots wide. */
const LETTER_DOTS = 12;
/** From this size on text is printed double high. */
const TALL_PT = 14;
/** ESC @: what an earlier job left behind is forgotten. */
const START = [0x1b, 0x40];
const CODE_128 = 73;
const BAR_DOTS = 2;
const BAR_HEIGHT_DOTS = 80;
const QUIET_BARS = 20;

type Row = Extract<FlowBlock, { kind: 'row' }>;

/**
 * Writes blocks as ESC/POS. node-thermal-printer builds the bytes and never sends them: its transport loses data. Rows
 * of plain ASCII are printed in the printer's own letters; every other row goes as dots, for cheap printers do not
 * agree on any code page above.
 */
export class ReceiptWriter {
  readonly #tools: ReceiptTools;
  readonly #printer: ThermalPrinter;
  readonly #columns: number;
  #bytes: Uint8Array = new Uint8Array();

  constructor(tools: ReceiptTools) {
    this.#tools = tools;
    this.#columns = Math.floor(tools.widthDots / LETTER_DOTS);
    const takeBytes = {
      execute: async (buffer: Buffer): Promise<void> => {
        this.#bytes = buffer;
      },
      isPrinterConnected: async (): Promise<boolean> => true,
    };
    this.#printer = new ThermalPrinter({
      type: PrinterTypes.EPSON,
      // The package takes an object here (lib/interfaces/index.js); its types know only addresses.
      interface: takeBytes as unknown as string,
      width: this.#columns,
    });
    this.#printer.append(Buffer.from(START));
    this.#printer.setCharacterSet(CharacterSet.PC437_USA);
  }

  write(block: FlowBlock): void {
    if (block.kind === 'rule') this.#printer.drawLine(block.isThick ? '=' : '-');
    else if (block.kind === 'gap') this.#feed(block.heightMm);
    else if (block.kind === 'code') this.#code(block);
    else if (isPlain(block)) this.#plainRow(block);
    else this.#dots(layBlock(block, this.#tools.widthDots / this.#tools.perMm, LONGEST_BLOCK_MM, this.#measure));
  }

  async finish(isCut: boolean): Promise<Uint8Array> {
    if (isCut) this.#printer.partialCut();
    else this.#printer.printVerticalTab();
    await this.#printer.execute();
    return this.#bytes;
  }

  readonly #measure = (character: string, isBold: boolean): number => {
    const { fonts, country } = this.#tools.placer;
    return fonts.letter(character, isBold, country).widthEm;
  };

  #feed(heightMm: number): void {
    const dots = Math.min(255, Math.round(heightMm * this.#tools.perMm));
    this.#printer.append(Buffer.from([0x1b, 0x4a, dots]));
  }

  #plainRow({ cells }: Row): void {
    const columns = cells.map((cell) => Math.floor(this.#columns * cell.share));
    const texts = cells.map((cell, index) => wrapText(plainText(cell.text), columns[index] ?? 1, () => 1));
    const isTall = cells.every((cell) => cell.sizePt >= TALL_PT);
    if (isTall) this.#printer.setTextDoubleHeight();
    for (let line = 0; line < Math.max(...texts.map((lines) => lines.length)); line += 1) {
      this.#printer.tableCustom(
        cells.map((cell, index) => ({
          text: texts[index]?.[line] ?? '',
          cols: columns[index] ?? 1,
          align: ALIGN[cell.align],
          bold: cell.isBold,
        })),
      );
    }
    if (isTall) this.#printer.setTextNormal();
  }

  /** In the printer's own bars where they fit, in ours, which are narrower for digits, where they do. */
  #code(block: Extract<FlowBlock, { kind: 'code' }>): void {
    const barCount = 11 * (block.text.length + 3) + 13;
    if ((barCount + QUIET_BARS) * BAR_DOTS <= this.#tools.widthDots) {
      this.#printer.alignCenter();
      // Type 73 is Code 128, written in its set B; `code128` is typed for names of widths and wants dots.
      this.#printer.printBarcode(block.text, CODE_128, { width: BAR_DOTS, height: BAR_HEIGHT_DOTS, hriPos: 0 });
      this.#printer.newLine();
      this.#printer.alignLeft();
      return;
    }
    try {
      this.#dots(layBlock(block, this.#tools.widthDots / this.#tools.perMm, LONGEST_BLOCK_MM, this.#measure));
    } catch (error) {
      // The number stands above in letters; a roll this narrow has no room for its bars.
      if (!(error instanceof BarcodeImpossible)) throw error;
    }
  }

  #dots({ items, heightMm }: { readonly items: readonly PaperItem[]; readonly heightMm: number }): void {
    const { widthDots, perMm, placer, hasShortBands } = this.#tools;
    const heightDots = Math.max(1, Math.ceil(heightMm * perMm));
    const bitmap = drawDots(items, { widthDots, heightDots, perMm }, placer);
    this.#printer.append(Buffer.from(dotBands(bitmap, hasShortBands)));
  }
}

const ALIGN = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const;

/** Our own signs have plain ones that say the same. */
function plainText(text: string): string {
  return text.replaceAll('×', 'x').replaceAll('·', '-').replaceAll('\u{a0}', ' ');
}

/** A box to tick and white letters on black are drawn. */
function isPlain({ cells, tick }: Row): boolean {
  const isAscii = ({ text, isInverted }: FlowCell): boolean => !isInverted && /^[\x20-\x7e\n]*$/.test(plainText(text));
  return tick === 'none' && cells.every(isAscii);
}
