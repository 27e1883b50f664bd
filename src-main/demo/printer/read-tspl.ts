import { layRows, whitePage, type DecodedPaper, type ReadResult } from './paper.ts';

/** Dots of a millimetre of the heads there are: 203, 300 and 600 dpi. */
const HEADS = [8, 300 / 25.4, 600 / 25.4] as const;
const LF = 0x0a;
/** Settings that change nothing about the picture. */
const QUIET = ['GAP', 'BLINE', 'SPEED', 'DENSITY', 'DIRECTION', 'OFFSET', 'SET', 'SHIFT', 'CODEPAGE', 'REFERENCE'];
const BITMAP = /^BITMAP\s+(\d+),(\d+),(\d+),(\d+),[012],/;

interface Job {
  widthMm: number;
  heightMm: number;
  page: DecodedPaper | null;
  result: ReadResult;
}

/**
 * Reads TSPL as the manual has it (TSPL/TSPL2 Programming Language: SIZE, CLS, BITMAP, PRINT): lines end in CR LF, and
 * BITMAP carries raw bytes in which 0 prints. SIZE is in millimetres, so the head is the coarsest that the first BITMAP
 * fits on.
 */
export function readTspl(bytes: Uint8Array): ReadResult {
  const job: Job = { widthMm: 0, heightMm: 0, page: null, result: { papers: [], complaints: [] } };
  for (let at = 0; at < bytes.length;) {
    const lineEnd = bytes.indexOf(LF, at);
    const line = latin1(bytes.subarray(at, Math.min(bytes.length, at + 400)));
    const bitmap = BITMAP.exec(line);
    if (bitmap !== null) {
      at = takeBitmap(job, bitmap, bytes, at + bitmap[0].length);
    } else if (lineEnd < 0) {
      job.result.complaints.push('the job ends in the middle of a line');
      break;
    } else {
      takeLine(job, latin1(bytes.subarray(at, lineEnd)).trim());
      at = lineEnd + 1;
    }
  }
  return job.result;
}

/** Lays the dots and answers where the next command begins; a bitmap that breaks off leaves nothing on paper. */
function takeBitmap(job: Job, match: RegExpExecArray, bytes: Uint8Array, dataAt: number): number {
  const [left = 0, top = 0, bytesPerRow = 0, rows = 0] = match.slice(1).map(Number);
  const end = dataAt + bytesPerRow * rows;
  if (end > bytes.length) {
    job.result.complaints.push('BITMAP breaks off');
    return bytes.length;
  }
  if (job.page === null) {
    job.result.complaints.push('BITMAP before CLS');
    return end;
  }
  const isBlank = job.page.dots.every((byte) => byte === 0);
  if (isBlank) job.page = pageFor(job, left + bytesPerRow * 8, top + rows);
  const data = bytes.subarray(dataAt, end);
  layRows(
    job.page,
    left,
    top,
    bytesPerRow,
    data.map((byte) => ~byte & 0xff),
  );
  return end;
}

/** A white page on the coarsest head that takes so many dots, give or take the padding of a row. */
function pageFor({ widthMm, heightMm }: Job, width: number, height: number): DecodedPaper {
  const head =
    HEADS.find((dots) => width <= widthMm * dots * 1.04 + 8 && height <= heightMm * dots * 1.04 + 8) ?? HEADS[2];
  return whitePage('tspl', Math.round(widthMm * head), Math.round(heightMm * head));
}

function takeLine(job: Job, line: string): void {
  const [word = ''] = line.split(/\s+/, 1);
  const rest = line.slice(word.length).trim();
  const complain = (): void => void job.result.complaints.push(line.slice(0, 60));
  switch (word.toUpperCase()) {
    case '':
      return;
    case 'SIZE': {
      const match = /^([\d.]+)\s*mm\s*,\s*([\d.]+)\s*mm$/i.exec(rest);
      if (match === null) return complain();
      job.widthMm = Number(match[1]);
      job.heightMm = Number(match[2]);
      return;
    }
    case 'CLS':
      if (!(job.widthMm >= 1 && job.heightMm >= 1 && job.widthMm <= 500 && job.heightMm <= 1_000)) return complain();
      job.page = pageFor(job, 1, 1);
      return;
    case 'PRINT': {
      const match = /^(\d+)(?:\s*,\s*(\d+))?$/.exec(rest);
      if (match === null || job.page === null) return complain();
      job.result.papers.push({ ...job.page, copies: Number(match[1]) * Number(match[2] ?? 1) });
      job.page = null;
      return;
    }
    default:
      if (!QUIET.includes(word.toUpperCase())) complain();
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
