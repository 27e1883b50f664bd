import { layRows, MAX_DOTS, whitePage, type DecodedPaper } from './paper.ts';
import { inverted, latin1, readWhole, type LanguageReader, type ReadResult, type Step } from './reading.ts';

/** Dots of a millimetre of the heads there are: 203, 300 and 600 dpi. */
const HEADS = [8, 300 / 25.4, 600 / 25.4] as const;
const LF = 0x0a;
const TILDE = 0x7e;
const IMMEDIATE = '\x1b!';
/** No command but BITMAP is longer than this. */
const LINE_LIMIT = 400;
/** Settings that change nothing about the picture, and what only moves paper. */
const QUIET =
  /^(GAP|BLINE|SPEED|DENSITY|DIRECTION|OFFSET|SET|SHIFT|CODEPAGE|REFERENCE|COUNTRY|LIMITFEED|SOUND|CUT|HOME|FEED|FORMFEED|GAPDETECT|BLINEDETECT|AUTODETECT|INITIALPRINTER)\b/i;
const BITMAP = /^BITMAP\s+(\d{1,5}),(\d{1,5}),(\d{1,5}),(\d{1,5}),[012],/;
const SIZE = /^SIZE\s+([\d.]+)\s*(mm|dot)?\s*,\s*([\d.]+)\s*(mm|dot)?$/i;
const PRINT = /^PRINT\s+(\d{1,5})(?:\s*,\s*(\d{1,5}))?$/i;
const MM_PER: Readonly<Record<string, number>> = { mm: 1, dot: 1 / 8, inch: 25.4 };

interface SizeMm {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Reads a whole TSPL job. */
export function readTspl(bytes: Uint8Array, dotsPerMm?: number): ReadResult {
  return readWhole(new TsplReader(dotsPerMm), bytes);
}

/**
 * TSPL/TSPL2 Programming Language (SIZE, CLS, BITMAP, PRINT): lines end in CR LF, and BITMAP carries raw bytes in which
 * 0 prints. SIZE is in millimetres: where the head's dots of a millimetre are not given, it is the coarsest that the first
 * BITMAP fits on.
 */
export class TsplReader implements LanguageReader {
  readonly language = 'tspl';
  readonly #heads: readonly number[];
  #size: SizeMm = { widthMm: 0, heightMm: 0 };
  #page: DecodedPaper | null = null;

  constructor(dotsPerMm?: number) {
    this.#heads = dotsPerMm === undefined ? HEADS : [dotsPerMm];
  }

  isIdle(): boolean {
    return this.#page === null;
  }

  next(bytes: Uint8Array): Step | null {
    if (bytes[0] === 0) return { used: nulCount(bytes) };
    if (bytes[0] === TILDE) return takeQuery(bytes);
    const start = latin1(bytes.subarray(0, LINE_LIMIT));
    const bitmap = BITMAP.exec(start);
    if (bitmap !== null) return this.#takeBitmap(bitmap, bytes);
    const lineEnd = bytes.indexOf(LF);
    const at = (lineEnd < 0 ? start : start.slice(0, lineEnd)).indexOf(IMMEDIATE);
    if (at >= 0) return takeImmediate(bytes.subarray(at), at);
    return lineEnd < 0 ? null : this.#takeLine(latin1(bytes.subarray(0, lineEnd)).trim(), lineEnd + 1);
  }

  end(rest: Uint8Array): Step {
    this.#page = null;
    if (rest.length === 0) return { used: 0 };
    const isBitmap = latin1(rest.subarray(0, 6)) === 'BITMAP';
    return { used: rest.length, complaint: isBitmap ? 'BITMAP breaks off' : 'the job ends in the middle of a line' };
  }

  #takeBitmap(match: RegExpExecArray, bytes: Uint8Array): Step | null {
    const [left = 0, top = 0, bytesPerRow = 0, rows = 0] = match.slice(1).map(Number);
    const used = match[0].length + bytesPerRow * rows;
    if (bytesPerRow * rows * 8 > MAX_DOTS) return { used: bytes.length, complaint: 'BITMAP larger than any label' };
    if (bytes.length < used) return null;
    if (this.#page === null) return { used, complaint: 'BITMAP before CLS' };
    if (this.#page.dots.every((byte) => byte === 0)) this.#page = this.#pageFor(left + bytesPerRow * 8, top + rows);
    layRows(this.#page, left, top, bytesPerRow, inverted(bytes.subarray(match[0].length, used)));
    return { used };
  }

  #takeLine(line: string, used: number): Step {
    if (line === '' || QUIET.test(line)) return { used };
    const complaint = { used, complaint: line.slice(0, 60) };
    const size = SIZE.exec(line);
    if (size !== null) {
      const [, width, widthUnit = 'inch', height, heightUnit = widthUnit] = size;
      this.#size = { widthMm: millimetres(width, widthUnit), heightMm: millimetres(height, heightUnit) };
      return { used };
    }
    if (line.toUpperCase() === 'CLS') {
      const { widthMm, heightMm } = this.#size;
      if (!(widthMm >= 1 && heightMm >= 1 && widthMm <= 500 && heightMm <= 1_000)) return complaint;
      this.#page = this.#pageFor(1, 1);
      return { used };
    }
    const print = PRINT.exec(line);
    if (print === null || this.#page === null) return complaint;
    const paper = { ...this.#page, copies: Number(print[1]) * Number(print[2] ?? 1) };
    this.#page = null;
    return { used, paper };
  }

  /** A white page on the coarsest head that takes so many dots, give or take the padding of a row. */
  #pageFor(width: number, height: number): DecodedPaper {
    const { widthMm, heightMm } = this.#size;
    const fits = (dots: number): boolean => width <= widthMm * dots * 1.04 + 8 && height <= heightMm * dots * 1.04 + 8;
    const head = this.#heads.find(fits) ?? this.#heads.at(-1) ?? 1;
    return whitePage('tspl', Math.round(widthMm * head), Math.round(heightMm * head));
  }
}

/** ~!T and its like have no line end ("Status polling and immediate commands"). */
function takeQuery(bytes: Uint8Array): Step | null {
  if (bytes.length < 3) return null;
  const query = latin1(bytes.subarray(0, 3));
  return query.startsWith('~!') ? { used: 3, query } : { used: 1, complaint: JSON.stringify(query) };
}

/** <ESC>! and a sign are heard in the middle of a line too, which goes on after them. */
function takeImmediate(bytes: Uint8Array, at: number): Step | null {
  if (bytes.length < 3) return null;
  const command = latin1(bytes.subarray(0, 3));
  const used = 3;
  if (command === '\x1b!?' || command === '\x1b!S') return { used, at, query: command };
  if (command === '\x1b!P') return { used, at, control: 'pause' };
  if (command === '\x1b!O') return { used, at, control: 'resume' };
  if (command === '\x1b!.' || command === '\x1b!R') return { used, at, control: 'cancel' };
  return { used, at, complaint: JSON.stringify(command) };
}

function nulCount(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? bytes.length : first;
}

function millimetres(value: string | undefined, unit: string): number {
  return Number(value) * (MM_PER[unit.toLowerCase()] ?? 0);
}
