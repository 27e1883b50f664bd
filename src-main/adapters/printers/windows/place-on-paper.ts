import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { DeviceBox, DeviceCaps, PaperSize } from './windows-printing.ts';

const MM_PER_INCH = 25.4;
/** Resolutions so near each other are the same head: its dots are not resampled. */
const SAME_DPI = 1;
/** Drivers round paper sizes; so much may be over the edge. */
const TOLERANCE_MM = 1.5;

/** "203 dpi" heads have 8 dots a millimetre (printing.md §2). */
function exactDpi(dpi: number): number {
  return dpi === 203 ? 8 * MM_PER_INCH : dpi;
}

/** The size a page was made for. */
export function paperOf({ widthDots, heightDots }: Bitmap, dpi: number): PaperSize {
  const mmPerDot = MM_PER_INCH / exactDpi(dpi);
  return { widthMm: widthDots * mmPerDot, heightMm: heightDots * mmPerDot };
}

/** Where a page lies in its true size, its corner on the paper's corner, in dots of the device. */
export function boxOnPaper({ widthDots, heightDots }: Bitmap, dpi: number, caps: DeviceCaps): DeviceBox {
  return {
    x: -caps.offsetX || 0,
    y: -caps.offsetY || 0,
    width: Math.round(widthDots * scaleOf(dpi, caps.dpiX)),
    height: Math.round(heightDots * scaleOf(dpi, caps.dpiY)),
  };
}

/** Whether dots would fall off the paper the queue has: better no label than half of one. */
export function isInkOffPaper(page: Bitmap, dpi: number, caps: DeviceCaps): boolean {
  const within = (paperDots: number, deviceDpi: number): number =>
    Math.floor((paperDots + (TOLERANCE_MM / MM_PER_INCH) * deviceDpi) / scaleOf(dpi, deviceDpi));
  const width = within(caps.paperWidth, caps.dpiX);
  const height = within(caps.paperHeight, caps.dpiY);
  if (page.widthDots <= width && page.heightDots <= height) return false;
  for (let y = 0; y < page.heightDots; y += 1) {
    const row = page.data.subarray(y * page.bytesPerRow, (y + 1) * page.bytesPerRow);
    const isOff = y >= height ? row.some((byte) => byte !== 0) : hasInkFrom(row, width);
    if (isOff) return true;
  }
  return false;
}

function hasInkFrom(row: Uint8Array, dot: number): boolean {
  const first = (row[dot >> 3] ?? 0) & (0xff >> (dot & 7));
  return first !== 0 || row.subarray((dot >> 3) + 1).some((byte) => byte !== 0);
}

function scaleOf(dpi: number, deviceDpi: number): number {
  return Math.abs(deviceDpi - dpi) <= SAME_DPI ? 1 : deviceDpi / exactDpi(dpi);
}
