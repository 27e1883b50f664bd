import { deflateSync } from 'node:zlib';
import type { Bitmap } from '../../../../core/label/bitmap.ts';

/** How large a bitmap of this resolution is on paper; "203 dpi" heads have 8 dots a millimetre. */
export function paperSizeMm(
  { widthDots, heightDots }: Bitmap,
  dpi: number,
): { readonly widthMm: number; readonly heightMm: number } {
  const perMm = dpi === 203 ? 8 : dpi / 25.4;
  return { widthMm: widthDots / perMm, heightMm: heightDots / perMm };
}

/**
 * A PDF with one 1-bit picture a page, each page exactly as large as its picture (ISO 32000-1 §7.3.4, §8.9.5: in the
 * default DeviceGray decode 1 is white, so the picture is decoded the other way round).
 */
export function pagesPdf(pages: readonly Bitmap[], dpi: number): Uint8Array {
  const file = new PdfFile();
  const pageIds = pages.map((_, index) => 3 + index * 3);
  file.object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  file.object(2, `<< /Type /Pages /Count ${pages.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`);
  pages.forEach((page, index) => {
    const id = 3 + index * 3;
    const { widthMm, heightMm } = paperSizeMm(page, dpi);
    const [width, height] = [points(widthMm), points(heightMm)];
    file.object(
      id,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${id + 1} 0 R ` +
        `/Resources << /XObject << /Label ${id + 2} 0 R >> >> >>`,
    );
    file.stream(id + 1, '', Buffer.from(`${width} 0 0 ${height} 0 0 cm /Label Do`));
    file.stream(
      id + 2,
      `/Type /XObject /Subtype /Image /Width ${page.widthDots} /Height ${page.heightDots} /ColorSpace /DeviceGray ` +
        '/BitsPerComponent 1 /Decode [1 0] /Interpolate false /Filter /FlateDecode ',
      deflateSync(page.data),
    );
  });
  return file.end();
}

function points(lengthMm: number): string {
  return ((lengthMm * 72) / 25.4).toFixed(4);
}

/** Objects in the order of their numbers, from 1 on, with the table that finds them (ISO 32000-1 §7.5). */
class PdfFile {
  readonly #parts: Buffer[] = [];
  readonly #offsets: number[] = [];
  #size = 0;

  constructor() {
    this.#add('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n');
  }

  object(id: number, body: string): void {
    this.#begin(id);
    this.#add(`${body}\nendobj\n`);
  }

  stream(id: number, dictionary: string, bytes: Uint8Array): void {
    this.#begin(id);
    this.#add(`<< ${dictionary}/Length ${bytes.length} >>\nstream\n`);
    this.#add(bytes);
    this.#add('\nendstream\nendobj\n');
  }

  end(): Uint8Array {
    const start = this.#size;
    const count = this.#offsets.length + 1;
    const entries = this.#offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    this.#add(`xref\n0 ${count}\n0000000000 65535 f \n${entries.join('')}`);
    this.#add(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
    return new Uint8Array(Buffer.concat(this.#parts));
  }

  #begin(id: number): void {
    this.#offsets[id - 1] = this.#size;
    this.#add(`${id} 0 obj\n`);
  }

  #add(part: string | Uint8Array): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part);
    this.#parts.push(bytes);
    this.#size += bytes.length;
  }
}
