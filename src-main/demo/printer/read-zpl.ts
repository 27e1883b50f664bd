import { latin1, readWhole, type LanguageReader, type ReadResult, type Step } from './reading.ts';
import { readFormat, type LabelSize } from './zpl-format.ts';
import { readStored, type ZplGraphic } from './zpl-graphic.ts';

const CARET = 0x5e;
const TILDE = 0x7e;
const BANG = 0x21;
/** Immediate commands that change nothing about the picture (ZPL II Programming Guide). */
const QUIET = /^~(SD\d{1,2}|TA-?\d{1,3}|JC|JR|JG|JL|WC|RO|JS[OBNA]|CC\^|CT~|CD,)/;
const VARIABLE = '! U1 ';
const QUERY = /^~(HS|HI|HQ[A-Z]{2})/;
/** Control bytes, and other languages' questions that are made of them. */
const NOTHING = /\x1b@|\x1b[!V].|[\0-\x1f]/g;
const FOUR_INCHES: LabelSize = { width: 832, height: 1_218 };

/** Reads a whole ZPL job. */
export function readZpl(bytes: Uint8Array): ReadResult {
  return readWhole(new ZplReader(), bytes);
}

/**
 * ZPL II Programming Guide: formats between ^XA and ^XZ, stored graphics (~DG), immediate commands and questions
 * (~HS, ~HI, ~HQ, ! U1 getvar).
 */
export class ZplReader implements LanguageReader {
  readonly language = 'zpl';
  readonly #loaded: LabelSize;
  readonly #stored = new Map<string, ZplGraphic>();
  readonly #storing = new Map<string, string>();

  /** `loaded` is the label of a printer that was told no size. */
  constructor(loaded: LabelSize = FOUR_INCHES) {
    this.#loaded = loaded;
  }

  isIdle(): boolean {
    return true;
  }

  next(bytes: Uint8Array): Step | null {
    const [first] = bytes;
    if (first === undefined) return null;
    if (first === TILDE) return this.#takeImmediate(bytes);
    if (first === BANG && VARIABLE.startsWith(latin1(bytes.subarray(0, VARIABLE.length)))) return takeVariable(bytes);
    if (first !== CARET) return takeStray(bytes);
    if (bytes.length < 3) return null;
    const command = latin1(bytes.subarray(0, 3));
    return command === '^XA' ? this.#takeFormat(bytes) : { used: 1, complaint: `${command} outside of a format` };
  }

  end(rest: Uint8Array): Step {
    return rest.length === 0 ? { used: 0 } : { used: rest.length, complaint: 'the format has no end' };
  }

  #takeFormat(bytes: Uint8Array): Step | null {
    const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('^XZ', 0, 'latin1');
    if (end < 0) return null;
    const memory = { loaded: this.#loaded, stored: this.#stored, storing: [...this.#storing.values()].join('') };
    return { used: end + 3, ...readFormat(latin1(bytes.subarray(3, end)), memory) };
  }

  #takeImmediate(bytes: Uint8Array): Step | null {
    const command = latin1(bytes.subarray(0, 8));
    if (command.startsWith('~DG')) return this.#takeStored(bytes);
    if (command.length < 3 || (command.startsWith('~HQ') && command.length < 5)) return null;
    const query = QUERY.exec(command)?.[0];
    if (query !== undefined) return { used: query.length, query };
    if (command.startsWith('~PP')) return { used: 3, control: 'pause' };
    if (command.startsWith('~PS')) return { used: 3, control: 'resume' };
    if (command.startsWith('~JA')) return { used: 3, control: 'cancel' };
    const quiet = QUIET.exec(command)?.[0];
    return quiet === undefined ? { used: 1, complaint: command.slice(0, 3) } : { used: quiet.length };
  }

  /** ~DG and its data, which end where the next command begins. */
  #takeStored(bytes: Uint8Array): Step | null {
    const end = nextCommand(bytes, 1);
    if (end < 0) return null;
    const command = latin1(bytes.subarray(0, end));
    const graphic = readStored(command);
    if (typeof graphic === 'string') return { used: end, complaint: graphic };
    this.#stored.set(graphic.name, graphic.graphic);
    this.#storing.set(graphic.name, command);
    return { used: end };
  }
}

/** `! U1 getvar "name"` and its line end ("SGD Printer Commands"). */
function takeVariable(bytes: Uint8Array): Step | null {
  const lineEnd = bytes.indexOf(0x0a);
  if (lineEnd < 0) return null;
  const line = latin1(bytes.subarray(0, lineEnd)).trim();
  const used = lineEnd + 1;
  return line.startsWith('! U1 getvar ') ? { used, query: line } : { used, complaint: line.slice(0, 60) };
}

/** Between formats a printer takes anything for nothing; other than blanks and line ends it is a mistake. */
function takeStray(bytes: Uint8Array): Step {
  const next = nextCommand(bytes, 1);
  const used = next < 0 ? bytes.length : next;
  const text = latin1(bytes.subarray(0, used)).replace(NOTHING, '').trim();
  // Drivers begin with the rest of "^CT~", in case that the printer waited for it.
  if (text === 'CT' && bytes[used] === TILDE) return { used: used + 1 };
  return text === '' ? { used } : { used, complaint: `outside of a format: ${text.slice(0, 40)}` };
}

function nextCommand(bytes: Uint8Array, from: number): number {
  return bytes.findIndex((byte, at) => at >= from && (byte === CARET || byte === TILDE));
}
