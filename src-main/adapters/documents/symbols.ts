// The default import on purpose: the named `raw` of the module build is another function of the same name (4.11.4).
import bwip from 'bwip-js/node';
import { BarcodeImpossible } from '../../app/ports/documents.ts';
import type { CodeSymbol } from '../../core/paper/paper.ts';

/** A barcode in modules. `rows` null: bars as high as there is room. */
export interface Symbol {
  readonly columns: number;
  readonly rows: number | null;
  readonly quietModules: number;
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
}

type RawPart = Partial<Record<'sbs' | 'pixs', readonly number[]>> & { readonly pixx?: number; readonly pixy?: number };

const PLAIN = { code128: 'code128', qr: 'qrcode', datamatrix: 'datamatrix', pdf417: 'pdf417' } as const;
/** A text of application identifiers gets its function characters; there is no such PDF417. */
const GS1 = { code128: 'gs1-128', qr: 'gs1qrcode', datamatrix: 'gs1datamatrix', pdf417: 'pdf417' } as const;
const QUIET = { code128: 10, qr: 4, datamatrix: 2, pdf417: 4 } as const;

/** Makes a barcode. Throws BarcodeImpossible when the text has letters it cannot hold, or is no right GS1 text. */
export function makeSymbol(symbol: CodeSymbol, text: string): Symbol {
  if (text === '') throw new BarcodeImpossible('empty');
  // Scanners read other letters from QR alone without guessing their code page.
  if (symbol !== 'qr' && !/^[\x20-\x7e]+$/.test(text)) throw new BarcodeImpossible('letters');
  const isGs1 = /^\(\d{2,4}\)/.test(text);
  const [part] = rawParts((isGs1 ? GS1 : PLAIN)[symbol], text);
  const quietModules = QUIET[symbol];
  if (part?.sbs !== undefined) return stripes(part.sbs, quietModules);
  if (part?.pixs === undefined) throw new BarcodeImpossible('too-long');
  return matrix(part.pixs, part.pixx ?? 0, part.pixy ?? 0, quietModules);
}

function rawParts(bcid: string, text: string): readonly RawPart[] {
  try {
    return bwip.raw({ bcid, text }) as readonly RawPart[];
  } catch (error) {
    throw new BarcodeImpossible(reasonOf(error instanceof Error ? error.message : ''));
  }
}

/** bwip-js tells what is wrong as e.g. "bwipp.GS1badChecksum#3251: AI 00: Bad checksum". */
function reasonOf(message: string): BarcodeImpossible['reason'] {
  if (/checksum|check digit/i.test(message)) return 'check-digit';
  if (/GS1/i.test(message)) return 'not-gs1';
  return 'too-long';
}

function stripes(widths: readonly number[], quietModules: number): Symbol {
  let x = 0;
  const bars = widths.flatMap((width, index) => {
    const bar = { x, y: 0, width, height: 1 };
    x += width;
    return index % 2 === 0 ? [bar] : [];
  });
  return { columns: x, rows: null, quietModules, bars };
}

/** Dark modules side by side become one bar. The rows of a stacked code come once and stand for several. */
function matrix(pixels: readonly number[], columns: number, rows: number, quietModules: number): Symbol {
  const given = pixels.length / columns;
  const height = rows / given;
  const bars = Array.from({ length: given }, (_, y) => y).flatMap((y) => {
    const text = pixels.slice(y * columns, (y + 1) * columns).join('');
    return [...text.matchAll(/1+/g)].map((run) => ({ x: run.index, y: y * height, width: run[0].length, height }));
  });
  return { columns, rows, quietModules, bars };
}

/** Narrowest bar that desk scanners read well (UPU S10: X-dimension 0.25 mm). */
const MIN_MODULE_MM = 0.245;
const MAX_STRIPE_MM = 0.6;

/** Whole dots a module can have in this room with its quiet zone. Throws BarcodeImpossible 'too-long'. */
export function moduleDots(
  symbol: Symbol,
  room: { readonly width: number; readonly height: number },
  perMm: number,
): number {
  const across = Math.floor(room.width / (symbol.columns + 2 * symbol.quietModules));
  const most =
    symbol.rows === null
      ? Math.min(across, Math.floor(MAX_STRIPE_MM * perMm))
      : Math.min(across, Math.floor(room.height / (symbol.rows + 2 * symbol.quietModules)));
  if (most < Math.floor(MIN_MODULE_MM * perMm + 0.2)) throw new BarcodeImpossible('too-long');
  return most;
}
