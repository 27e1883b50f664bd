import { describe, expect, it } from 'vitest';
import { readEpl } from '../../../../src-main/demo/printer/read-epl.ts';
import { dotPapers } from '../../../../src-main/demo/printer/reading.ts';

function read(...parts: readonly (string | readonly number[])[]) {
  const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.from(part)));
  const result = readEpl(Uint8Array.from(Buffer.concat(bytes)));
  return { papers: dotPapers(result), complaints: result.complaints };
}

describe('an EPL2 job', () => {
  it('becomes paper of its q and Q on which 0 is black', () => {
    const { papers, complaints } = read('\nN\nq24\nQ3,16\nS4\nD8\nZT\nGW8,1,1,2,', [0x7f, 0x00], '\nP2\n');
    expect(complaints).toEqual([]);
    expect(papers).toMatchObject([{ language: 'epl', widthDots: 24, heightDots: 3, copies: 2 }]);
    expect([...(papers[0]?.dots ?? [])]).toEqual([0, 0, 0, 0, 0x80, 0, 0, 0xff, 0]);
  });

  it('may have a line end before the data, and a row at a time', () => {
    const { papers, complaints } = read('N\nq8\nQ2,0\nGW0,0,1,1\n', [0xf0], '\nGW0,1,1,1\n', [0x0f], '\nP1\n');
    expect(complaints).toEqual([]);
    expect([...(papers[0]?.dots ?? [])]).toEqual([0x0f, 0xf0]);
  });

  it('counts its sets and its copies', () => {
    expect(read('N\nq8\nQ1,B24\nP2,3\n').papers).toMatchObject([{ copies: 6 }]);
  });

  it('may carry any byte in its picture, line ends and commands too', () => {
    const data = [...Buffer.from('\nP1\nN\n', 'latin1')];
    const { papers, complaints } = read(`N\nq8\nQ${data.length},0\nGW0,0,1,${data.length},`, data, '\nP1\n');
    expect(complaints).toEqual([]);
    expect(papers).toHaveLength(1);
  });

  it('with commands that are none is complained about', () => {
    expect(read('N\nhello\nA10,10,0,1,1,1,N,"text"\nP0\n').complaints).toEqual([
      'hello',
      'A10,10,0,1,1,1,N,"text"',
      'P0',
    ]);
  });

  it('that breaks off prints nothing and says so', () => {
    expect(read('N\nq8\nQ2,0\nGW0,0,1,2,', [0xff])).toEqual({ papers: [], complaints: ['GW breaks off'] });
    expect(read('N\nP1').complaints).toEqual(['the job ends in the middle of a line']);
  });
});
