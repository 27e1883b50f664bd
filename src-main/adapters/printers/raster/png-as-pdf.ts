import { PDFDocument } from 'pdf-lib';
import { PNG } from 'pngjs';
import { LabelUnreadable } from '../../../app/ports/printing.ts';

const MAX_PIXELS = 80_000_000;
const PT_PER_INCH = 72;
/** Resolutions that labels are drawn at, for pictures that do not say: the printers' own first. */
const USUAL_DPI = [203, 300, 600, 150, 96, 72] as const;

/**
 * Puts a PNG on a PDF page of its own size, so that pictures and pages go one way. The size is what the file says
 * (pHYs, PNG specification §11.3.5.3) or else the usual resolution at which the picture fills the stock best.
 */
export async function pngAsPdf(bytes: Uint8Array, stockInches: { readonly width: number; readonly height: number }): Promise<Uint8Array> {
  const { width, height, dpi } = readHead(bytes);
  const perInch = dpi ?? usualDpi(width, height, stockInches);
  try {
    // Read and written again: a picture that pngjs cannot read is refused here and nowhere later.
    const flat = flatten(PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
    const document = await PDFDocument.create();
    const page = document.addPage([(width / perInch) * PT_PER_INCH, (height / perInch) * PT_PER_INCH]);
    page.drawImage(await document.embedPng(flat), { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
    return await document.save();
  } catch {
    throw new LabelUnreadable('damaged');
  }
}

interface Head {
  readonly width: number;
  readonly height: number;
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

function physicalDpi(view: DataView): number | null {
  for (let at = 8; at + 12 <= view.byteLength; ) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    if (type === 0x49444154) return null;
    if (type === 0x70485973 && length === 9 && at + 17 <= view.byteLength) {
      const perMetre = view.getUint32(at + 8);
      const dpi = perMetre * 0.0254;
      return view.getUint8(at + 16) === 1 && dpi >= 140 && dpi <= 1_300 ? dpi : null;
    }
    at += 12 + length;
  }
  return null;
}

/** The coarsest usual resolution whose picture still fits the stock in one of both directions, give or take a little. */
function usualDpi(width: number, height: number, stock: { readonly width: number; readonly height: number }): number {
  const long = Math.max(stock.width, stock.height) * 1.2;
  const short = Math.min(stock.width, stock.height) * 1.05;
  const fitting = USUAL_DPI.filter((dpi) => Math.max(width, height) / dpi <= long && Math.min(width, height) / dpi <= short);
  return fitting.find((dpi) => dpi >= 200) ?? fitting[0] ?? 203;
}

function flatten(png: PNG): Uint8Array {
  for (let at = 0; at < png.data.length; at += 4) {
    const alpha = png.data[at + 3] ?? 255;
    for (let channel = 0; channel < 3; channel += 1) {
      png.data[at + channel] = Math.round(((png.data[at + channel] ?? 0) * alpha + 255 * (255 - alpha)) / 255);
    }
    png.data[at + 3] = 255;
  }
  return PNG.sync.write(png, { colorType: 2, inputHasAlpha: true, deflateLevel: 1 });
}
