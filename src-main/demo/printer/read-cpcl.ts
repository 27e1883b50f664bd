import { layRows, MAX_DOTS, whitePage, type DecodedPaper } from './paper.ts';
import { latin1, readWhole, type LanguageReader, type ReadResult, type Step } from './reading.ts';

const LF = 0x0a;
const START = /^!\s+-?\d+\s+\d+\s+\d+\s+(\d+)\s+(\d+)$/;
const RAW_GRAPHIC = /^(?:CG|COMPRESSED-GRAPHICS) (\d{1,5}) (\d{1,5}) (\d{1,5}) (\d{1,5}) /;
const HEX_GRAPHIC = /^(?:EG|EXPANDED-GRAPHICS) (\d{1,5}) (\d{1,5}) (\d{1,5}) (\d{1,5}) ?([0-9A-Fa-f]*)$/;
const PAGE_WIDTH = /^(?:PAGE-WIDTH|PW) (\d{1,5})$/;
/** Settings that change nothing about the picture (CPCL Programming Manual). */
const QUIET =
  /^(TONE -?\d+|CONTRAST [0-3]|SPEED [0-5]|FORM|CUT|PARTIAL-CUT|(GAP|BAR)-SENSE( \d+)?|JOURNAL|LABEL|ON-(FEED|OUT-OF-PAPER) \w+|SETFF \d+ \d+|SET-TOF \d+|PRESENT-AT.*|POSTFEED \d+|PREFEED \d+|PAGE-HEIGHT \d+|PH \d+|COUNTRY \w+|ENCODING .*|;.*)$/;
/** Questions, also in the middle of a line. */
const QUERY = /\x1b[hV]/;
const LINE_LIMIT = 400;
const WIDTH = 832;

interface Session {
  readonly heightDots: number;
  readonly copies: number;
  width: number;
  readonly graphics: { left: number; top: number; bytesPerRow: number; rows: Uint8Array }[];
}

/** Reads a whole CPCL job. */
export function readCpcl(bytes: Uint8Array): ReadResult {
  return readWhole(new CpclReader(), bytes);
}

/**
 * CPCL Programming Manual ("! offset hres vres height qty", PAGE-WIDTH, COMPRESSED-GRAPHICS, EXPANDED-GRAPHICS, PRINT):
 * lines end in CR LF, and in graphics 1 prints. The raw bytes of CG follow one blank.
 */
export class CpclReader implements LanguageReader {
  readonly language = 'cpcl';
  #session: Session | null = null;

  isIdle(): boolean {
    return this.#session === null;
  }

  next(bytes: Uint8Array): Step | null {
    if (bytes[0] === 0) return { used: 1 };
    const raw = this.#session === null ? null : RAW_GRAPHIC.exec(latin1(bytes.subarray(0, 60)));
    if (raw !== null && this.#session !== null) return takeRaw(this.#session, raw, bytes);
    const lineEnd = bytes.indexOf(LF);
    const query = QUERY.exec(latin1(bytes.subarray(0, lineEnd < 0 ? LINE_LIMIT : lineEnd)));
    if (query !== null) return { used: 2, at: query.index, query: query[0] };
    return lineEnd < 0 ? null : this.#takeLine(latin1(bytes.subarray(0, lineEnd)).trim(), lineEnd + 1);
  }

  end(rest: Uint8Array): Step {
    const isBegun = this.#session !== null;
    this.#session = null;
    return rest.length === 0 && !isBegun ? { used: 0 } : { used: rest.length, complaint: 'the session has no PRINT' };
  }

  #takeLine(line: string, used: number): Step {
    const start = START.exec(line);
    if (start !== null) {
      this.#session = { heightDots: Number(start[1]), copies: Number(start[2]), width: WIDTH, graphics: [] };
      return { used };
    }
    if (line === '') return { used };
    if (this.#session === null) return { used, complaint: line.slice(0, 60) };
    if (line === 'END' || line === 'ABORT' || line === 'PRINT') {
      const session = this.#session;
      this.#session = null;
      return line === 'PRINT' ? print(session, used) : { used };
    }
    return takeCommand(this.#session, line, used);
  }
}

function takeRaw(session: Session, match: RegExpExecArray, bytes: Uint8Array): Step | null {
  const [bytesPerRow = 0, height = 0, left = 0, top = 0] = match.slice(1).map(Number);
  const used = match[0].length + bytesPerRow * height;
  if (bytesPerRow * height * 8 > MAX_DOTS) return { used: bytes.length, complaint: 'CG larger than any label' };
  if (bytes.length < used) return null;
  session.graphics.push({ left, top, bytesPerRow, rows: new Uint8Array(bytes.subarray(match[0].length, used)) });
  return { used };
}

function takeCommand(session: Session, line: string, used: number): Step {
  const width = PAGE_WIDTH.exec(line);
  if (width !== null) session.width = Number(width[1]);
  const hex = HEX_GRAPHIC.exec(line);
  if (hex !== null) return takeHex(session, hex, used);
  return width !== null || QUIET.test(line) ? { used } : { used, complaint: line.slice(0, 60) };
}

function takeHex(session: Session, match: RegExpExecArray, used: number): Step {
  const [bytesPerRow = 0, height = 0, left = 0, top = 0] = match.slice(1, 5).map(Number);
  const rows = new Uint8Array(Buffer.from(match[5] ?? '', 'hex'));
  if (rows.length !== bytesPerRow * height) return { used, complaint: `EG: ${rows.length} bytes` };
  session.graphics.push({ left, top, bytesPerRow, rows });
  return { used };
}

function print({ width, heightDots, copies, graphics }: Session, used: number): Step {
  if (width < 1 || heightDots < 1 || copies < 1 || width * heightDots > MAX_DOTS)
    return { used, complaint: `no label is ${width}x${heightDots} dots` };
  const paper: DecodedPaper = { ...whitePage('cpcl', width, heightDots), copies };
  for (const { left, top, bytesPerRow, rows } of graphics) layRows(paper, left, top, bytesPerRow, rows);
  return { used, paper };
}
