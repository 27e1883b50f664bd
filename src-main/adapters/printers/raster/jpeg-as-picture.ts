import type { Size } from '../../../core/label/box.ts';
import type { PdfPicture } from './image-pdf.ts';
import type { ExifOrientation } from './jpeg-exif.ts';
import { readJpegFile } from './jpeg-file.ts';
import { usualDpi } from './picture-dpi.ts';

const PT_PER_INCH = 72;
const COLOR_SPACES = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' } as const;
/** What makes each orientation upright: mirrored left to right, then turned clockwise (EXIF 2.3 §4.6.4, Orientation). */
const UPRIGHT: Readonly<Record<ExifOrientation, Required<Pick<PdfPicture, 'isMirrored' | 'rotate'>>>> = {
  1: { isMirrored: false, rotate: 0 },
  2: { isMirrored: true, rotate: 0 },
  3: { isMirrored: false, rotate: 180 },
  4: { isMirrored: true, rotate: 180 },
  5: { isMirrored: true, rotate: 270 },
  6: { isMirrored: false, rotate: 90 },
  7: { isMirrored: true, rotate: 90 },
  8: { isMirrored: false, rotate: 270 },
};

/** A JPEG as a PDF page of its own size; its data stands in the PDF unchanged (DCTDecode). Throws LabelUnreadable. */
export function jpegAsPicture(bytes: Uint8Array, stockInches: Size): PdfPicture {
  const { width, height, channels, isAdobe, orientation, dpi } = readJpegFile(bytes);
  const perInch = dpi ?? usualDpi({ width, height }, stockInches);
  const isInverted = channels === 4 && isAdobe;
  return {
    image: {
      width,
      height,
      bitDepth: 8,
      colorSpace: COLOR_SPACES[channels],
      filter: `/Filter /DCTDecode${isInverted ? ' /Decode [1 0 1 0 1 0 1 0]' : ''}`,
      data: bytes,
    },
    widthPt: (width / perInch) * PT_PER_INCH,
    heightPt: (height / perInch) * PT_PER_INCH,
    ...UPRIGHT[orientation],
  };
}
