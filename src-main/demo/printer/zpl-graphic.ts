import { inflateSync } from 'node:zlib';

export interface ZplGraphic {
  bytesPerRow: number;
  rows: Uint8Array;
}

/** Reads the data of one ^GFA: plain hex, the letter compression, or :B64:/:Z64: with its checksum. A text says what is wrong. */
export function readGraphic(command: string): ZplGraphic | string {
  const match = /^GFA,(\d+),(\d+),(\d+),(.*)$/s.exec(command);
  if (match === null) return `GF: ${command.slice(0, 24)}`;
  const [, , totalText, perRowText, data = ''] = match;
  const total = Number(totalText);
  const bytesPerRow = Number(perRowText);
  if (bytesPerRow < 1 || total % bytesPerRow !== 0) return 'GF: the total is no multiple of the row';
  return readRows(data, total, bytesPerRow);
}

/** Reads one ~DGd:o.x,total,bytesPerRow,data. A text says what is wrong. */
export function readStored(command: string): { name: string; graphic: ZplGraphic } | string {
  const match = /^~DG(?:[A-Z]:)?([^,]+),(\d+),(\d+),(.*)$/s.exec(command);
  if (match === null) return `DG: ${command.slice(0, 24)}`;
  const [, name = '', total, bytesPerRow, data = ''] = match;
  const graphic = readRows(data, Number(total), Number(bytesPerRow));
  return typeof graphic === 'string' ? graphic : { name, graphic };
}

function readRows(data: string, total: number, bytesPerRow: number): ZplGraphic | string {
  const rows = /^:[BZ]64:/.test(data) ? readBase64(data) : expand(data, bytesPerRow);
  if (typeof rows === 'string') return rows;
  return rows.length === total ? { bytesPerRow, rows } : `GF: ${rows.length} bytes instead of ${total}`;
}

function readBase64(data: string): Uint8Array | string {
  const match = /^:([BZ])64:([A-Za-z0-9+/=]+):([0-9A-Fa-f]{4})/.exec(data);
  if (match === null) return 'GF: malformed base64';
  const [, kind, body = '', sum = ''] = match;
  if (crc16(body) !== Number.parseInt(sum, 16)) return 'GF: wrong checksum';
  const bytes = Buffer.from(body, 'base64');
  if (kind === 'B') return bytes;
  try {
    return inflateSync(bytes, { maxOutputLength: 64 * 1024 * 1024 });
  } catch {
    return 'GF: not zlib';
  }
}

/** CRC-16, polynomial 0x1021, start 0, over the base64 text. */
function crc16(body: string): number {
  let crc = 0;
  for (let index = 0; index < body.length; index += 1) {
    crc ^= body.charCodeAt(index) << 8;
    for (let bit = 0; bit < 8; bit += 1)
      crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) ^ 0x1021) & 0xffff;
  }
  return crc;
}

/** Hex with the letter compression: G–Y are 1–19 times, g–z 20–400 in twenties, ',' '!' fill the row, ':' repeats the row above. */
function expand(data: string, bytesPerRow: number): Uint8Array | string {
  const width = bytesPerRow * 2;
  const lines: string[] = [];
  let line = '';
  let count = 0;
  for (const sign of data) {
    if (/\s/.test(sign)) continue;
    if (/[G-Y]/.test(sign)) count += sign.charCodeAt(0) - 70;
    else if (/[g-z]/.test(sign)) count += (sign.charCodeAt(0) - 102) * 20;
    else if (sign === ':') {
      if (line !== '') return 'GF: a row repeats in the middle of one';
      lines.push(lines.at(-1) ?? '0'.repeat(width));
    } else {
      if (sign === ',') line = line.padEnd(width, '0');
      else if (sign === '!') line = line.padEnd(width, 'F');
      else if (/[0-9A-Fa-f]/.test(sign)) line += sign.repeat(Math.max(1, count));
      else return `GF: unexpected ${JSON.stringify(sign)}`;
      count = 0;
      while (line.length >= width) {
        lines.push(line.slice(0, width));
        line = line.slice(width);
      }
    }
  }
  return line === '' ? new Uint8Array(Buffer.from(lines.join(''), 'hex')) : 'GF: the last row is short';
}
