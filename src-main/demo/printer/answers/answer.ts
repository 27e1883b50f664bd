import type { Trouble } from '../faults.ts';
import type { PrinterIdentity } from '../identity.ts';
import type { PaperLanguage } from '../paper.ts';
import { answerCpcl } from './answer-cpcl.ts';
import { answerEscpos } from './answer-escpos.ts';
import { answerTspl } from './answer-tspl.ts';
import { answerZpl } from './answer-zpl.ts';

/** All that an answer may tell. */
export interface PrinterNews {
  readonly conditions: readonly Trouble[];
  /** Labels that wait in the buffer. */
  readonly labelsWaiting: number;
  /** Length of the label last read, in dots. */
  readonly labelDots: number;
  readonly identity: PrinterIdentity;
}

/** The answer to a question of that language; null: this printer says nothing to it. */
export function answer(language: PaperLanguage, query: string, news: PrinterNews): Uint8Array | null {
  const text = answerText(language, query, news);
  return text === null ? null : new Uint8Array(Buffer.from(text, 'latin1'));
}

function answerText(language: PaperLanguage, query: string, news: PrinterNews): string | null {
  switch (language) {
    case 'tspl':
      return answerTspl(query, news);
    case 'zpl':
      return answerZpl(query, news);
    case 'escpos':
      return answerEscpos(query, news);
    case 'cpcl':
      return answerCpcl(query, news);
    case 'epl':
      return null;
  }
}
