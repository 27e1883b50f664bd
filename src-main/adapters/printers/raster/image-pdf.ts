/** A picture in the form a PDF holds it (ISO 32000-1 §8.9.5). */
export interface PdfImage {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  /** In PDF's own words. */
  readonly colorSpace: string;
  /** How `data` is packed, in PDF's own words; empty when it is not. */
  readonly filter: string;
  readonly data: Uint8Array;
}

/** A PDF of one page that the picture fills, in points. */
export function imagePdf(image: PdfImage, widthPt: number, heightPt: number): Uint8Array {
  const [width, height] = [widthPt.toFixed(5), heightPt.toFixed(5)];
  const content = Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /Picture Do Q`, 'latin1');
  const objects = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R`,
      ' /Resources << /XObject << /Picture 5 0 R >> >> >>',
    ],
    stream('', content),
    stream(
      `/Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height} ` +
        `/BitsPerComponent ${image.bitDepth} /ColorSpace ${image.colorSpace} ${image.filter}`,
      image.data,
    ),
  ];
  return assemble(objects);
}

type Part = string | Uint8Array;

function stream(entries: string, data: Uint8Array): Part[] {
  return [`<< ${entries} /Length ${data.length} >>\nstream\n`, data, '\nendstream'];
}

/** Objects, cross-reference table and trailer (ISO 32000-1 §7.5). */
function assemble(objects: readonly (readonly Part[])[]): Uint8Array {
  const pieces: Buffer[] = [];
  let size = 0;
  const write = (part: Part): void => {
    const bytes =
      typeof part === 'string'
        ? Buffer.from(part, 'latin1')
        : Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    pieces.push(bytes);
    size += bytes.length;
  };
  write('%PDF-1.5\n');
  const offsets = objects.map((parts, index) => {
    const offset = size;
    for (const part of [`${index + 1} 0 obj\n`, ...parts, '\nendobj\n']) write(part);
    return offset;
  });
  const start = size;
  write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) write(`${String(offset).padStart(10, '0')} 00000 n \n`);
  write(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(pieces));
}
