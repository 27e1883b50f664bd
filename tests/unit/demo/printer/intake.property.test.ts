import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLabel } from '../../../../src-main/adapters/printers/languages/encode.ts';
import { DEFAULT_PROFILE } from '../../../../src-main/core/label/printer-profile.ts';
import { Intake, type IntakeOutput } from '../../../../src-main/demo/printer/intake.ts';
import { PAPER_LANGUAGES, type PaperLanguage } from '../../../../src-main/demo/printer/paper.ts';
import { anyBitmap } from '../../../support/bitmaps.ts';

interface Taken {
  readonly papers: unknown[];
  readonly complaints: string[];
  readonly queries: string[];
  readonly job: Uint8Array;
}

/** Gives the bytes to a printer in pieces of these sizes, over and over. */
function take(language: 'auto' | PaperLanguage, bytes: Uint8Array, pieces: readonly number[]): Taken {
  const intake = new Intake(language, { dotsPerMm: 8, loaded: { width: 100, height: 100 } });
  const [papers, complaints, queries]: [unknown[], string[], string[]] = [[], [], []];
  const output: IntakeOutput = {
    paper: (paper) => papers.push(paper),
    complaint: (complaint) => complaints.push(complaint),
    query: (_, query) => queries.push(query),
    control: () => undefined,
  };
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = pieces[turn % pieces.length] ?? 1;
    intake.take(bytes.subarray(at, at + size), output);
    at += size;
  }
  intake.end(output);
  return { papers, complaints, queries, job: intake.takeJob() };
}

const pieces = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 });
const QUESTIONS: Readonly<Record<PaperLanguage, string>> = {
  tspl: '\x1b!?',
  zpl: '~HS',
  epl: '^ee\n',
  cpcl: '\x1bh',
  escpos: '\x10\x04\x01',
};
const SETTINGS = { mediaWidthMm: 10, mediaHeightMm: 10, headDots: 832 } as const;

describe('bytes that arrive bit by bit', () => {
  it('print the same as in one piece, with questions before and between the labels', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...PAPER_LANGUAGES), anyBitmap(60, 10), fc.boolean()), { maxLength: 5 }),
        pieces,
        (labels, sizes) => {
          const jobs = labels.map(([language, bitmap]) =>
            encodeLabel(bitmap, { ...DEFAULT_PROFILE, ...SETTINGS, language }, 1),
          );
          const bytes = Uint8Array.from(
            Buffer.concat(
              labels.flatMap(([language, , isAsked], at) => [
                Buffer.from(isAsked ? QUESTIONS[language] : '', 'latin1'),
                jobs[at] ?? new Uint8Array(),
              ]),
            ),
          );
          const whole = take('auto', bytes, [bytes.length]);
          expect(take('auto', bytes, sizes)).toEqual(whole);
          expect(whole.complaints).toEqual([]);
          expect(whole.papers).toHaveLength(labels.length);
          expect(whole.queries).toHaveLength(labels.filter(([, , isAsked]) => isAsked).length);
          expect(Buffer.from(whole.job).equals(Buffer.concat(jobs))).toBe(true);
        },
      ),
    );
  });

  it('may be any bytes at all', () => {
    const words = fc.constantFrom(
      '^XA',
      '^XZ',
      '~DGR:A.GRF,4,2,',
      '^GFA,4,4,2,',
      ':Z64:AAAA:0000',
      'SIZE 10 mm,10 mm\r\n',
      'CLS\r\n',
      'BITMAP 0,0,2,2,1,',
      'PRINT 1\r\n',
      'N\n',
      'GW0,0,2,2,',
      'P1\n',
      '! 0 200 200 9 1\r\n',
      'CG 2 2 0 0 ',
      'PRINT\r\n',
      '\x1b@',
      '\x1dv0\0\x02\0\x02\0',
      '\x1dVB',
      '\x1b!',
      '\x10\x04',
      '~',
      '^',
      '! U1 ',
      '\0',
      '\n',
    );
    const noise = fc.array(fc.oneof(words, fc.string({ unit: 'binary-ascii', maxLength: 8 })), { maxLength: 30 });
    fc.assert(
      fc.property(fc.constantFrom('auto' as const, ...PAPER_LANGUAGES), noise, pieces, (language, parts, sizes) => {
        const bytes = Uint8Array.from(Buffer.from(parts.join(''), 'latin1'));
        const { job, queries } = take(language, bytes, sizes);
        expect(job.length).toBeLessThanOrEqual(bytes.length);
        expect(queries.length).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 500 },
    );
  });
});
