import { describe, expect, it } from 'vitest';
import { readTspl as readAll } from '../../../../src-main/demo/printer/read-tspl.ts';
import { dotPapers } from '../../../../src-main/demo/printer/reading.ts';

function readTspl(bytes: Uint8Array) {
  const result = readAll(bytes);
  return { papers: dotPapers(result), complaints: result.complaints };
}

/** A job by hand, as the manual's example has it: 0 prints. */
function job(before: string, dots: readonly number[], after: string): Uint8Array {
  return Buffer.concat([Buffer.from(before, 'latin1'), Uint8Array.from(dots), Buffer.from(after, 'latin1')]);
}

const HEAD = 'SIZE 10 mm,5 mm\r\nGAP 2 mm,0 mm\r\nCLS\r\n';

describe('a TSPL job', () => {
  it('becomes paper of its SIZE on which 0 is black', () => {
    const { papers, complaints } = readTspl(job(`${HEAD}BITMAP 8,1,1,2,1,`, [0x7f, 0x00], '\r\nPRINT 1,1\r\n'));
    expect(complaints).toEqual([]);
    expect(papers).toMatchObject([{ language: 'tspl', widthDots: 80, heightDots: 40, copies: 1 }]);
    const dots = papers[0]?.dots ?? new Uint8Array();
    expect([dots[10 + 1], dots[20 + 1], dots[0]]).toEqual([0x80, 0xff, 0]);
  });

  it('may carry any byte in its bitmap, line ends and commands too', () => {
    const data = [...Buffer.from('\r\nPRINT 1\r\nCLS\r\n', 'latin1')];
    const { papers, complaints } = readTspl(job(`${HEAD}BITMAP 0,0,1,${data.length},0,`, data, '\r\nPRINT 1,3\r\n'));
    expect(complaints).toEqual([]);
    expect(papers.map(({ copies }) => copies)).toEqual([3]);
  });

  it('prints each of its labels', () => {
    const label = job(`${HEAD}BITMAP 0,0,1,1,1,`, [0], '\r\nPRINT 1,1\r\n');
    expect(readTspl(Buffer.concat([label, label])).papers).toHaveLength(2);
  });

  it('that breaks off in the bitmap leaves no paper and says so', () => {
    const { papers, complaints } = readTspl(job(`${HEAD}BITMAP 0,0,10,40,1,`, [0, 0, 0], ''));
    expect(papers).toEqual([]);
    expect(complaints).toEqual(['BITMAP breaks off']);
  });

  it('with commands that such printers ignore is complained about', () => {
    const { complaints } = readTspl(job(`${HEAD}TEXT 0,0,"1",0,1,1,"hello"\r\nSIZE nonsense\r\nPRINT\r\n`, [], ''));
    expect(complaints).toEqual(['TEXT 0,0,"1",0,1,1,"hello"', 'SIZE nonsense', 'PRINT']);
  });

  it('without CLS prints nothing', () => {
    const { papers, complaints } = readTspl(job('SIZE 10 mm,5 mm\r\nBITMAP 0,0,1,1,1,', [0], '\r\nPRINT 1,1\r\n'));
    expect(papers).toEqual([]);
    expect(complaints).toEqual(['BITMAP before CLS', 'PRINT 1,1']);
  });

  it('may give its SIZE in inches or dots, and begin with NULs', () => {
    const sized = (size: string) => readTspl(job(`\0\0\0${size}\r\nCLS\r\nPRINT 2,3\r\n`, [], ''));
    expect(sized('SIZE 4,6')).toMatchObject({
      papers: [{ widthDots: 813, heightDots: 1_219, copies: 6 }],
      complaints: [],
    });
    expect(sized('SIZE 80 dot,40 dot').papers).toMatchObject([{ widthDots: 80, heightDots: 40 }]);
  });

  it('goes on after an immediate command in the middle of a line', () => {
    const { papers, complaints } = readTspl(job('SIZE 10 mm,\x1b!?5 mm\r\nCLS\r\nPR\x1b!SINT 1\r\n', [], ''));
    expect(complaints).toEqual([]);
    expect(papers).toMatchObject([{ widthDots: 80, heightDots: 40 }]);
  });

  it('of an impossible size takes no memory', () => {
    const { papers, complaints } = readTspl(job('SIZE 9999 mm,9999 mm\r\nCLS\r\nBITMAP 0,0,99999,99999,1,', [0], ''));
    expect(papers).toEqual([]);
    expect(complaints).toEqual(['CLS', 'BITMAP larger than any label']);
  });
});
