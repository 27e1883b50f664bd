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

/** A picture that fills a page of this size, in points, before the page is mirrored and then turned clockwise. */
export interface PdfPicture {
  readonly image: PdfImage;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly isMirrored?: boolean;
  readonly rotate?: 0 | 90 | 180 | 270;
}

/** A PDF of one page for each picture. */
export function picturesPdf(pictures: readonly PdfPicture[]): Uint8Array {
  const kids = pictures.map((_, index) => `${3 + index * 3} 0 R`).join(' ');
  return assemble([
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    [`<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`],
    ...pictures.flatMap((picture, index) => pictureObjects(picture, 3 + index * 3)),
  ]);
}

/** The page, what is drawn on it, and the picture: objects of these numbers. */
function pictureObjects({ image, widthPt, heightPt, isMirrored, rotate }: PdfPicture, first: number): Part[][] {
  const [width, height] = [widthPt.toFixed(5), heightPt.toFixed(5)];
  const matrix = isMirrored === true ? `-${width} 0 0 ${height} ${width} 0` : `${width} 0 0 ${height} 0 0`;
  return [
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate ?? 0}`,
      ` /Contents ${first + 1} 0 R /Resources << /XObject << /Picture ${first + 2} 0 R >> >> >>`,
    ],
    stream('', Buffer.from(`q ${matrix} cm /Picture Do Q`, 'latin1')),
    stream(
      `/Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height} ` +
        `/BitsPerComponent ${image.bitDepth} /ColorSpace ${image.colorSpace} ${image.filter}`,
      image.data,
    ),
  ];
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
