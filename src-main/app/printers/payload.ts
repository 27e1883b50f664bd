import type { Bitmap } from '../../core/label/bitmap.ts';
import type { PrinterProfile } from '../../core/label/printer-profile.ts';
import { joinBytes } from '../../core/shared/join-bytes.ts';
import type { PrintPayload } from '../ports/printers.ts';
import type { EncodeLabel } from '../ports/printing.ts';

/** Pages as the profile's printer takes them: drawn by its driver, or as bytes of its language, one page after another. */
export function payloadFor(bitmaps: readonly Bitmap[], profile: PrinterProfile, encode: EncodeLabel): PrintPayload {
  if (profile.language === 'page') return { kind: 'pages', pages: bitmaps, dpi: profile.dpi };
  return { kind: 'raw', bytes: joinBytes(bitmaps.map((bitmap) => encode(bitmap, profile, 1))) };
}

export { joinBytes };
