import { readGraphic } from './zpl-graphic.ts';
import { layRows, whitePage, type ReadResult } from './paper.ts';

const START = '^XA';
const END = '^XZ';
/** A4 at 600 dpi has 35 million; more would only take memory. */
const MAX_DOTS = 60_000_000;
/** Settings that change nothing about the picture. */
const QUIET = /^(MN|PR|LH|LS|LT|PO|MT|MD|FS|CI|PM|LR|MM|SD|PQ|PW|LL|JM)/;

/** Reads ZPL II formats between ^XA and ^XZ (ZPL II Programming Guide: ^PW, ^LL, ^FO, ^GF, ^PQ). 1 prints. */
export function readZpl(bytes: Uint8Array): ReadResult {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const result: ReadResult = { papers: [], complaints: [] };
  for (let at = all.indexOf(START); at >= 0;) {
    const end = all.indexOf(END, at);
    if (end < 0) {
      result.complaints.push('the format has no end');
      return result;
    }
    readFormat(all.slice(at + START.length, end), result);
    at = all.indexOf(START, end);
  }
  return result;
}

function readFormat(format: string, result: ReadResult): void {
  const commands = format.split(/[\^~]/).filter((command) => command.trim() !== '');
  const width = numberOf(commands, 'PW', 832);
  const height = numberOf(commands, 'LL', 1218);
  if (width < 1 || height < 1 || width * height > MAX_DOTS)
    return void result.complaints.push(`no label is ${width}x${height} dots`);
  const page = whitePage('zpl', width, height);
  let left = 0;
  let top = 0;
  for (const command of commands) {
    const origin = /^FO(\d+),(\d+)/.exec(command);
    if (origin !== null) {
      left = Number(origin[1]);
      top = Number(origin[2]);
    } else if (command.startsWith('GF')) {
      const graphic = readGraphic(command);
      if (typeof graphic === 'string') result.complaints.push(graphic);
      else layRows(page, left, top, graphic.bytesPerRow, graphic.rows);
    } else if (!QUIET.test(command)) {
      result.complaints.push(command.slice(0, 12));
    }
  }
  result.papers.push({ ...page, copies: numberOf(commands, 'PQ', 1) });
}

function numberOf(commands: readonly string[], name: string, otherwise: number): number {
  const command = commands.findLast((candidate) => candidate.startsWith(name));
  const match = command === undefined ? null : /^..(\d+)/.exec(command);
  return match === null ? otherwise : Number(match[1]);
}
