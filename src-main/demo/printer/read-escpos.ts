import { layRows, MAX_DOTS, whitePage } from './paper.ts';
import { latin1, readWhole, type LanguageReader, type ReadResult, type Step } from './reading.ts';

const ESC = 0x1b;
const GS = 0x1d;
const DLE = 0x10;
const FF = 0x0c;
const LF = 0x0a;
/** Dots of a line feed when nothing else was set (ESC 2: 1/6 inch at 180 or 203 dpi). */
const LINE_DOTS = 30;
/** Length, with their own two bytes, of commands that change nothing about a raster. */
const QUIET: Readonly<Record<string, number>> = {
  'ESC !': 3,
  'ESC V': 3,
  'ESC a': 3,
  'ESC 2': 2,
  'ESC 3': 3,
  'ESC M': 3,
  'ESC E': 3,
  'ESC R': 3,
  'ESC t': 3,
  'GS L': 4,
  'GS W': 4,
  'GS !': 3,
};

/** Reads a whole ESC/POS job. */
export function readEscpos(bytes: Uint8Array): ReadResult {
  return readWhole(new EscposReader(), bytes);
}

/**
 * ESC/POS Command Reference (ESC @, GS v 0, ESC d, ESC J, FF, GS FF, GS V): rasters stack up down the paper, 1 prints, and a
 * cut, a form feed, a new ESC @ or the end of the connection ends the paper. Feeding at the end of a paper adds nothing.
 */
export class EscposReader implements LanguageReader {
  readonly language = 'escpos';
  #bands: { bytesPerRow: number; top: number; rows: Uint8Array }[] = [];
  #bottom = 0;
  /** Letters that wait for the end of their line. */
  #letters = '';

  isIdle(): boolean {
    return this.#bands.length === 0;
  }

  next(bytes: Uint8Array): Step | null {
    const [first] = bytes;
    if (first === undefined) return null;
    if (first === ESC) return this.#takeEsc(bytes);
    if (first === GS) return this.#takeGs(bytes);
    if (first === DLE) return takeDle(bytes);
    if (first === FF) return this.#tear(1);
    if (first === LF) return this.#takeLineEnd();
    if (first === 0x0d || first === 0) return { used: 1 };
    return first < 0x20 ? { used: 1, complaint: `control byte ${first}` } : this.#takeLetters(bytes);
  }

  end(rest: Uint8Array): Step {
    const step = this.#tear(rest.length);
    this.#letters = '';
    return rest.length === 0 ? step : { ...step, complaint: 'the job ends in the middle of a command' };
  }

  /** Tears off what was printed since the last time. */
  #tear(used: number): Step {
    const bands = this.#bands.splice(0);
    this.#bottom = 0;
    const last = bands.at(-1);
    if (last === undefined) return { used };
    const width = Math.max(...bands.map(({ bytesPerRow }) => bytesPerRow * 8));
    const paper = whitePage('escpos', width, last.top + last.rows.length / last.bytesPerRow);
    for (const { bytesPerRow, top, rows } of bands) layRows(paper, 0, top, bytesPerRow, rows);
    return { used, paper };
  }

  /** Text comes out as text on such a printer, here as a complaint: a job of ours has none. */
  #takeLineEnd(): Step {
    this.#bottom += LINE_DOTS;
    const complaint = `text: ${this.#letters}`;
    const isText = this.#letters !== '';
    this.#letters = '';
    return isText ? { used: 1, complaint } : { used: 1 };
  }

  #takeLetters(bytes: Uint8Array): Step {
    const end = bytes.findIndex((byte) => byte < 0x20);
    const used = end < 0 ? bytes.length : end;
    this.#letters = (this.#letters + latin1(bytes.subarray(0, used))).slice(0, 60);
    return { used };
  }

  #takeRaster(bytes: Uint8Array): Step | null {
    if (bytes.length < 8) return null;
    const [, , , mode = 0, xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = bytes;
    const bytesPerRow = xLow + 256 * xHigh;
    const height = yLow + 256 * yHigh;
    const used = 8 + bytesPerRow * height;
    if (bytesPerRow === 0 || height === 0) return { used: 8, complaint: 'GS v 0 of nothing' };
    if (bytes.length < used) return null;
    if (mode !== 0 && mode !== 48) return { used, complaint: `GS v 0 with m=${mode}` };
    if ((this.#bottom + height) * bytesPerRow * 8 > MAX_DOTS) return { used, complaint: 'longer than any paper' };
    this.#bands.push({ bytesPerRow, top: this.#bottom, rows: new Uint8Array(bytes.subarray(8, used)) });
    this.#bottom += height;
    return { used };
  }

  #takeEsc(bytes: Uint8Array): Step | null {
    const [, command, count] = bytes;
    if (command === undefined) return null;
    if (command === 0x40) {
      this.#letters = '';
      return this.#tear(2);
    }
    if (command !== 0x64 && command !== 0x4a) return takeQuiet('ESC', bytes);
    if (count === undefined) return null;
    this.#bottom += command === 0x64 ? count * LINE_DOTS : count;
    return { used: 3 };
  }

  #takeGs(bytes: Uint8Array): Step | null {
    const [, command, first] = bytes;
    if (command === FF) return this.#tear(2);
    if (command === undefined || first === undefined) return null;
    if (command === 0x76) return first === 0x30 ? this.#takeRaster(bytes) : { used: 3, complaint: 'GS v' };
    if (command === 0x56) return this.#cut(bytes, first);
    if (command === 0x72 || command === 0x49) return { used: 3, query: latin1(bytes.subarray(0, 3)) };
    return takeQuiet('GS', bytes);
  }

  /** GS V m, and GS V m n which feeds before it cuts. */
  #cut(bytes: Uint8Array, mode: number): Step | null {
    if (mode < 2 || mode === 48 || mode === 49) return this.#tear(3);
    return bytes.length < 4 ? null : this.#tear(4);
  }
}

function takeDle(bytes: Uint8Array): Step | null {
  if (bytes.length < 3) return null;
  return bytes[1] === 0x04 ? { used: 3, query: latin1(bytes.subarray(0, 3)) } : { used: 1, complaint: 'DLE' };
}

function takeQuiet(prefix: 'ESC' | 'GS', bytes: Uint8Array): Step | null {
  const name = `${prefix} ${String.fromCharCode(bytes[1] ?? 0)}`;
  const length = QUIET[name];
  if (length === undefined) return { used: 2, complaint: name };
  return bytes.length < length ? null : { used: length };
}
