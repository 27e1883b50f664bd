import type { DecodedPaper, PaperLanguage } from './paper.ts';

/** A ZPL format with text, bars or lines: somebody else's renderer draws it. */
export interface ZplDrawing {
  language: 'zpl';
  /** The whole format, and what it needs of the formats and stores before it. */
  zpl: string;
  widthDots: number;
  heightDots: number;
  copies: number;
}

/** What one command came to. */
export interface Step {
  /** Bytes that are done with. */
  used: number;
  paper?: DecodedPaper | ZplDrawing;
  /** A command that such a printer would not have understood or could not do. */
  complaint?: string;
  /** A question to answer at once, as it was asked. */
  query?: string;
  /** Where the bytes begin; what is before them stays: an immediate command in an unfinished line. */
  at?: number;
  control?: 'pause' | 'resume' | 'cancel';
}

/** Reads one language as its manual has it, command by command, from bytes that arrive bit by bit. */
export interface LanguageReader {
  readonly language: PaperLanguage;
  /** The next command at the start of `bytes`; null while it is not whole. */
  next(bytes: Uint8Array): Step | null;
  /** No label is begun: a job in another language may begin here. */
  isIdle(): boolean;
  /** The client has gone, and these bytes were no whole command. */
  end(rest: Uint8Array): Step;
}

/** What a whole job came to. */
export interface ReadResult {
  papers: (DecodedPaper | ZplDrawing)[];
  complaints: string[];
}

/** Reads a job that is there from its first to its last byte. */
export function readWhole(reader: LanguageReader, bytes: Uint8Array): ReadResult {
  const result: ReadResult = { papers: [], complaints: [] };
  const note = ({ paper, complaint }: Step): void => {
    if (paper !== undefined) result.papers.push(paper);
    if (complaint !== undefined) result.complaints.push(complaint);
  };
  let rest = bytes;
  for (let step = reader.next(rest); step !== null; step = reader.next(rest)) {
    note(step);
    rest = without(rest, step);
  }
  note(reader.end(rest));
  return result;
}

/** The bytes that are left after a step. */
export function without(bytes: Uint8Array, { used, at = 0 }: Step): Uint8Array {
  return at === 0 ? bytes.subarray(used) : Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + used)]);
}

/** The papers of a job that needs no drawing. */
export function dotPapers(result: ReadResult): DecodedPaper[] {
  return result.papers.filter((paper): paper is DecodedPaper => !isDrawing(paper));
}

export function isDrawing(paper: DecodedPaper | ZplDrawing): paper is ZplDrawing {
  return 'zpl' in paper;
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The dots of a language in which 0 prints, as a copy. */
export function inverted(bytes: Uint8Array): Uint8Array {
  const ink = new Uint8Array(bytes);
  for (let at = 0; at < ink.length; at += 1) ink[at] = ~(ink[at] ?? 0);
  return ink;
}
