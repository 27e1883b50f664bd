import { detectLanguage } from './detect-language.ts';
import type { DecodedPaper, PaperLanguage } from './paper.ts';
import { CpclReader } from './read-cpcl.ts';
import { EplReader } from './read-epl.ts';
import { EscposReader } from './read-escpos.ts';
import { TsplReader } from './read-tspl.ts';
import { ZplReader } from './read-zpl.ts';
import { without, type LanguageReader, type Step, type ZplDrawing } from './reading.ts';
import type { LabelSize } from './zpl-format.ts';

/** What becomes of the bytes. */
export interface IntakeOutput {
  paper(paper: DecodedPaper | ZplDrawing, byteCount: number): void;
  complaint(complaint: string): void;
  query(language: PaperLanguage, query: string): void;
  control(command: 'pause' | 'resume' | 'cancel'): void;
}

export interface ReaderSettings {
  /** Of the head, where it is known. */
  readonly dotsPerMm: number | undefined;
  /** The size of a label that no command told. */
  readonly loaded: LabelSize;
}

/** No label is longer; a command that never ends would only take memory. */
const MAX_REST_BYTES = 32 * 1024 * 1024;

/** NUL and line ends belong to the label before. */
const BLANKS: readonly number[] = [0x00, 0x0a, 0x0d, 0x20];

/** Reads a printer's bytes as they arrive, in the language that they are in. */
export class Intake {
  readonly #language: 'auto' | PaperLanguage;
  readonly #settings: ReaderSettings;
  #reader: LanguageReader | null = null;
  #rest: Uint8Array = new Uint8Array();
  #sincePaper = 0;
  #job: Uint8Array[] = [];

  constructor(language: 'auto' | PaperLanguage, settings: ReaderSettings) {
    this.#language = language;
    this.#settings = settings;
  }

  take(bytes: Uint8Array, output: IntakeOutput): void {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    for (let reader = this.#readerNow(); reader !== null && this.#rest.length > 0; reader = this.#readerNow()) {
      const step = reader.next(this.#rest);
      if (step === null) break;
      this.#done(reader, step, output);
    }
    if (this.#rest.length > MAX_REST_BYTES) this.end(output);
  }

  /** The client has gone; what it left unfinished is complained about. */
  end(output: IntakeOutput): void {
    if (this.#rest.length === 0 && this.#reader === null) return;
    const reader = this.#reader ?? createReader('tspl', this.#settings);
    this.#done(reader, reader.end(this.#rest), output);
    this.#reader = null;
    this.#sincePaper = 0;
  }

  /** The bytes since the last call that were no questions. */
  takeJob(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#job.splice(0)));
  }

  #done(reader: LanguageReader, step: Step, output: IntakeOutput): void {
    const { used, at = 0, paper, complaint, query, control } = step;
    const bytes = this.#rest.subarray(at, at + used);
    this.#rest = without(this.#rest, step);
    if (query !== undefined) return output.query(reader.language, query);
    this.#job.push(bytes);
    this.#sincePaper += used;
    if (complaint !== undefined) output.complaint(complaint);
    if (control !== undefined) output.control(control);
    if (paper === undefined) return;
    output.paper(paper, this.#sincePaper);
    this.#sincePaper = 0;
  }

  /** Between labels another language may begin. Null: it cannot be told yet. */
  #readerNow(): LanguageReader | null {
    const reader = this.#reader;
    if (reader !== null && (this.#language !== 'auto' || !reader.isIdle())) return reader;
    const language = this.#language === 'auto' ? detectLanguage(this.#rest) : this.#language;
    if (language === null && this.#rest.some((byte) => !BLANKS.includes(byte))) return null;
    if (language !== null && language !== reader?.language) this.#reader = createReader(language, this.#settings);
    return this.#reader;
  }
}

function createReader(language: PaperLanguage, { dotsPerMm, loaded }: ReaderSettings): LanguageReader {
  switch (language) {
    case 'tspl':
      return new TsplReader(dotsPerMm);
    case 'zpl':
      return new ZplReader(loaded);
    case 'epl':
      return new EplReader();
    case 'cpcl':
      return new CpclReader();
    case 'escpos':
      return new EscposReader();
  }
}
