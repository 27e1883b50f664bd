import { PNG } from 'pngjs';
import type { Size } from '../../../core/label/fit.ts';
import { LabelUnreadable } from '../../../app/ports/printing.ts';
import { MM_PER_INCH } from './page-grid.ts';

const MAX_PIXELS = 50_000_000;
/** Resolutions that labels are drawn at, for pictures that do not say: the printers' own first. */
const USUAL_DPI = [203, 300, 600, 150, 96, 72] as const;

/**
 * Puts a PNG on a PDF page of its own size, so that pictures and pages go one way. The size is what the file says
 * (pHYs, PNG specification §11.3.5.3) or else the usual resolution at which the picture fills the stock best.
 * Colours become grey, what is transparent becomes white. Throws LabelUnreadable.
 */
export function pngAsPdf(bytes: Uint8Array, stockInches: Size): Uint8Array {
  const { width, height, dpi } = readHead(bytes);
  const perInch = dpi ?? usualDpi(width, height, stockInches);
  const inPoints = (pixels: number): string => ((pixels / perInch) * 72).toFixed(4);
  return pictureOnPage(greyPixels(bytes), { width, height }, inPoints(width), inPoints(height));
}

interface Head extends Size {
  readonly dpi: number | null;
}

/** Size and resolution from the chunks before the picture. Throws LabelUnreadable before any memory is taken for it. */
function readHead(bytes: Uint8Array): Head {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) throw new LabelUnreadable('damaged');
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  if (width < 1 || height < 1) throw new LabelUnreadable('damaged');
  if (width * height > MAX_PIXELS) throw new LabelUnreadable('too-large');
  return { width, height, dpi: physicalDpi(view) };
}

/** The resolution a label could have been drawn at; screens' 72 and 96 say nothing about paper. */
function physicalDpi(view: DataView): number | null {
  for (let at = 8; at + 12 <= view.byteLength; ) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    if (type === 0x49444154) return null;
    if (type === 0x70485973 && length === 9 && at + 17 <= view.byteLength) {
      const dpi = view.getUint32(at + 8) * (MM_PER_INCH / 1_000);
      return view.getUint8(at + 16) === 1 && dpi >= 140 && dpi <= 1_300 ? dpi : null;
    }
    at += 12 + length;
  }
  return null;
}

/** The coarsest usual resolution whose picture still fits the stock in one of both directions, give or take a little. */
function usualDpi(width: number, height: number, stock: Size): number {
  const long = Math.max(stock.width, stock.height) * 1.2;
  const short = Math.min(stock.width, stock.height) * 1.05;
  const fitting = USUAL_DPI.filter((dpi) => Math.max(width, height) / dpi <= long && Math.min(width, height) / dpi <= short);
  return fitting.find((dpi) => dpi >= 200) ?? fitting[0] ?? 203;
}

function greyPixels(bytes: Uint8Array): Uint8Array {
  const { data } = readPng(bytes);
  const grey = new Uint8Array(data.length / 4);
  for (let at = 0; at < grey.length; at += 1) {
    const from = at * 4;
    const shade = 0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0);
    const alpha = (data[from + 3] ?? 255) / 255;
    grey[at] = Math.round(shade * alpha + 255 * (1 - alpha));
  }
  return grey;
}

function readPng(bytes: Uint8Array): PNG {
  try {
    return PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    throw new LabelUnreadable('damaged');
  }
}

/** The smallest PDF that shows one grey picture on a page of its own (ISO 32000-1 §7.5, §8.9.5). */
function pictureOnPage(pixels: Uint8Array, { width, height }: Size, widthPt: string, heightPt: string): Uint8Array {
  const drawing = `q ${widthPt} 0 0 ${heightPt} 0 0 cm /P Do Q`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${widthPt} ${heightPt}]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>`,
    `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
  ];
  const image = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Length ${pixels.length}>>`;
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  offsets.push(text.length);
  text += `5 0 obj${image}stream\n`;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = '\nendstream endobj\n';
  const tableAt = text.length + pixels.length + end.length;
  const tail = `${end}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${tableAt}\n%%EOF\n`;
  return Buffer.concat([Buffer.from(text, 'latin1'), pixels, Buffer.from(tail, 'latin1')]);
}
