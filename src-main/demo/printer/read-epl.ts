import { layRows, MAX_DOTS, whitePage, type DecodedPaper } from './paper.ts';
import { inverted, latin1, readWhole, type LanguageReader, type ReadResult, type Step } from './reading.ts';

const LF = 0x0a;
const GRAPHIC = /^GW(\d{1,5}),(\d{1,5}),(\d{1,5}),(\d{1,5})[,\n]/;
const COMMAND = /^([qQPN])(\d{0,5})(?:,[B\d]?(\d{1,5}).*)?$/;
/** Settings that change nothing about the picture (EPL2 Programmer's Manual, command reference). */
const QUIET = /^(|D\d{1,2}|S\d|ZT|ZB|O[A-Z0-9,]*|R\d+,\d+|JF|JB|I[0-9A-F,]+|C|f\d+)$/;

/** Reads a whole EPL2 job. */
export function readEpl(bytes: Uint8Array): ReadResult {
  return readWhole(new EplReader(), bytes);
}

/**
 * EPL2 Programmer's Manual (N, q, Q, GW, P): lines end in LF, and GW carries raw bytes in which 0 prints. A comma or a
 * line end stands before the data, which the printed manual forgets.
 */
export class EplReader implements LanguageReader {
  readonly language = 'epl';
  // A 4-inch head and 6-inch labels, until q and Q say otherwise.
  #width = 832;
  #height = 1_218;
  #page: DecodedPaper | null = null;
  #isBegun = false;

  isIdle(): boolean {
    return !this.#isBegun;
  }

  next(bytes: Uint8Array): Step | null {
    const graphic = GRAPHIC.exec(latin1(bytes.subarray(0, 40)));
    if (graphic !== null) return this.#takeGraphic(graphic, bytes);
    const lineEnd = bytes.indexOf(LF);
    return lineEnd < 0 ? null : this.#takeLine(latin1(bytes.subarray(0, lineEnd)).trim(), lineEnd + 1);
  }

  end(rest: Uint8Array): Step {
    this.#clear(false);
    if (rest.length === 0) return { used: 0 };
    const isGraphic = latin1(rest.subarray(0, 2)) === 'GW';
    return { used: rest.length, complaint: isGraphic ? 'GW breaks off' : 'the job ends in the middle of a line' };
  }

  #clear(isBegun: boolean): void {
    this.#page = null;
    this.#isBegun = isBegun;
  }

  #takeGraphic(match: RegExpExecArray, bytes: Uint8Array): Step | null {
    const [left = 0, top = 0, bytesPerRow = 0, rows = 0] = match.slice(1).map(Number);
    const used = match[0].length + bytesPerRow * rows;
    if (bytesPerRow * rows * 8 > MAX_DOTS) return { used: bytes.length, complaint: 'GW larger than any label' };
    if (bytes.length < used) return null;
    this.#isBegun = true;
    this.#page ??= whitePage('epl', this.#width, this.#height);
    layRows(this.#page, left, top, bytesPerRow, inverted(bytes.subarray(match[0].length, used)));
    return { used };
  }

  #takeLine(line: string, used: number): Step {
    const complaint = { used, complaint: line.slice(0, 60) };
    const [, word = '', first = '', second = ''] = COMMAND.exec(line) ?? [];
    if (line === 'N') {
      this.#clear(true);
      return { used };
    }
    if (line === '^ee') return { used, query: line };
    if (word === 'q' || word === 'Q') return this.#setSize(word, Number(first)) ? { used } : complaint;
    if (word !== 'P') return QUIET.test(line) ? { used } : complaint;
    const copies = Number(first) * Number(second || 1);
    const paper = { ...(this.#page ?? whitePage('epl', this.#width, this.#height)), copies };
    this.#clear(false);
    return copies < 1 ? complaint : { used, paper };
  }

  #setSize(word: 'q' | 'Q', dots: number): boolean {
    const other = word === 'q' ? this.#height : this.#width;
    if (dots < 1 || dots * other > MAX_DOTS) return false;
    if (word === 'q') this.#width = dots;
    else this.#height = dots;
    return true;
  }
}
