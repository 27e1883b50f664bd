import { createRequire } from 'node:module';
import type { ready } from 'zpl-renderer-js';
import type { Size } from '../../../core/label/box.ts';
import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import { LabelUnreadable } from '../../../app/ports/printing.ts';
import { cleanZpl, type ZplLabel } from './clean-zpl.ts';
import type { PdfPicture } from './image-pdf.ts';
import { pngAsPicture } from './png-as-pdf.ts';

/** A label's own commands, with the resolution that they are written for. */
export interface OpenedZpl extends ZplLabel {
  readonly dpi: PrinterProfile['dpi'];
}

/** A ZPL label as a page of its own dots. */
export interface DrawnZpl {
  readonly picture: PdfPicture;
  readonly zpl: OpenedZpl;
}

type Stock = Pick<PrinterProfile, 'mediaWidthMm' | 'mediaHeightMm'>;

/** Where ZPL does not say its size, it is drawn on the stock, and at least on 4×6 inches. */
const LEAST_MM: Size = { width: 101.6, height: 152.4 };
const MAX_PIXELS = 40_000_000;
/** Dots to the right of which there is nothing on a 4-inch label of each resolution. */
const WIDEST = [
  [900, 203],
  [1_300, 300],
] as const;
const MM_PER_DOT = { 203: 1 / 8, 300: 25.4 / 300, 600: 25.4 / 600 } as const;
const PT_PER_MM = 72 / 25.4;
/** The renderer takes sizes in millimetres; at this many dots each, all of ours are whole. */
const RENDER_DOTS_PER_MM = 8;

/** Draws each label of a ZPL file. Throws LabelUnreadable. */
export async function drawZpl(bytes: Uint8Array, stock: Stock): Promise<DrawnZpl[]> {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const drawn: DrawnZpl[] = [];
  for (const label of cleanZpl(latin1)) drawn.push(await drawLabel(label, stock));
  return drawn;
}

async function drawLabel(label: ZplLabel, stock: Stock): Promise<DrawnZpl> {
  const dpi = dpiOf(label);
  const mmPerDot = MM_PER_DOT[dpi];
  const width = label.widthDots ?? Math.round(Math.max(stock.mediaWidthMm, LEAST_MM.width) / mmPerDot);
  const height = label.heightDots ?? Math.round(Math.max(stock.mediaHeightMm, LEAST_MM.height) / mmPerDot);
  if (width * height > MAX_PIXELS) throw new LabelUnreadable('too-large');
  const png = await render(`${label.graphics}${label.templates}^XA${label.body}^XZ`, { width, height });
  const { image } = pngAsPicture(png, { width: LEAST_MM.width, height: LEAST_MM.height });
  const picture = {
    image,
    widthPt: image.width * mmPerDot * PT_PER_MM,
    heightPt: image.height * mmPerDot * PT_PER_MM,
  };
  return { picture, zpl: { ...label, dpi } };
}

/** ZPL counts in dots and does not say how many go on an inch: 203 unless the label is too wide for that. */
function dpiOf({ widthDots, body }: ZplLabel): PrinterProfile['dpi'] {
  const starts = [...body.matchAll(/\^F[OT](\d+)/giu)].map((found) => Number(found[1]));
  const width = widthDots ?? Math.max(0, ...starts);
  return WIDEST.find(([most]) => width <= most)?.[1] ?? 600;
}

/**
 * The renderer is nine megabytes: loaded when the first ZPL label comes. As CommonJS, because the package does not say
 * that its other bundle is a module, which Electron 33's Node does not find out by itself.
 */
async function render(zpl: string, { width, height }: Size): Promise<Uint8Array> {
  const renderer = createRequire(import.meta.url)('zpl-renderer-js') as { ready: typeof ready };
  const { api } = await renderer.ready;
  try {
    const [widthMm, heightMm] = [width / RENDER_DOTS_PER_MM, height / RENDER_DOTS_PER_MM];
    return Buffer.from(await api.zplToBase64Async(inUnicode(zpl), widthMm, heightMm, RENDER_DOTS_PER_MM), 'base64');
  } catch {
    throw new LabelUnreadable('damaged');
  }
}

/** The renderer reads Unicode; carriers write UTF-8 (^CI28) or Latin 1. */
function inUnicode(latin1: string): string {
  const bytes = Buffer.from(latin1, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return latin1;
  }
}
