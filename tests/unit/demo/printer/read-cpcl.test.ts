import { describe, expect, it } from 'vitest';
import { readCpcl } from '../../../../src-main/demo/printer/read-cpcl.ts';
import { dotPapers } from '../../../../src-main/demo/printer/reading.ts';

function read(...parts: readonly (string | readonly number[])[]) {
  const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.from(part)));
  const result = readCpcl(Uint8Array.from(Buffer.concat(bytes)));
  return { papers: dotPapers(result), complaints: result.complaints };
}
const START = '! 0 200 200 3 2\r\nPAGE-WIDTH 24\r\n';

describe('a CPCL session', () => {
  it('becomes paper of its height and page width on which 1 is black', () => {
    const { papers, complaints } = read(
      START,
      'CG 1 2 8 1 ',
      [0x80, 0xff],
      '\r\nTONE 20\r\nSPEED 3\r\nFORM\r\nPRINT\r\n',
    );
    expect(complaints).toEqual([]);
    expect(papers).toMatchObject([{ language: 'cpcl', widthDots: 24, heightDots: 3, copies: 2 }]);
    expect([...(papers[0]?.dots ?? [])]).toEqual([0, 0, 0, 0, 0x80, 0, 0, 0xff, 0]);
  });

  it('may have its picture in hex', () => {
    const { papers, complaints } = read(START, 'EG 2 1 0 0 80FF\r\nPRINT\r\n');
    expect(complaints).toEqual([]);
    expect([...(papers[0]?.dots.subarray(0, 3) ?? [])]).toEqual([0x80, 0xff, 0]);
    expect(read(START, 'EG 2 1 0 0 80\r\nPRINT\r\n').complaints).toEqual(['EG: 1 bytes']);
  });

  it('may carry any byte in its picture, line ends and commands too', () => {
    const data = [...Buffer.from('\r\nPRINT\r\n', 'latin1')];
    const { papers, complaints } = read(START, `CG 1 ${data.length} 0 0 `, data, '\r\nPRINT\r\n');
    expect(complaints).toEqual([]);
    expect(papers).toHaveLength(1);
  });

  it('with commands that are none, or outside of one, is complained about', () => {
    expect(read('PRINT\r\n', START, 'HELLO\r\nPRINT\r\n').complaints).toEqual(['PRINT', 'HELLO']);
  });

  it('that has no PRINT prints nothing and says so', () => {
    expect(read(START)).toEqual({ papers: [], complaints: ['the session has no PRINT'] });
    expect(read(START, 'CG 1 2 0 0 ', [1])).toEqual({ papers: [], complaints: ['the session has no PRINT'] });
  });

  it('of an impossible size takes no memory', () => {
    expect(read('! 0 200 200 99999999 1\r\nPAGE-WIDTH 99999\r\nPRINT\r\n').complaints).toEqual([
      'no label is 99999x99999999 dots',
    ]);
  });
});
