import { blankBitmap, type Bitmap } from './bitmap.ts';
import { drawText, LETTER_HEIGHT, textWidth } from './dot-font.ts';
import { outlineBox } from './draw.ts';
import { dotsPerMm, stockDots, type PrinterLanguage, type PrinterProfile } from './printer-profile.ts';

const WIDTH_MM = 40;
const HEIGHT_MM = 12;
const NAMES: Readonly<Record<PrinterLanguage, string>> = {
  tspl: 'TSPL OK',
  zpl: 'ZPL OK',
  epl: 'EPL OK',
  cpcl: 'CPCL OK',
  escpos: 'ESC/POS OK',
  page: 'DRIVER OK',
};

/**
 * Says in large dots which language the printer was spoken to in, so that what comes out tells whether it was right. No
 * larger than 40×12 mm: a printer of another language prints the bytes as signs, so there should be few.
 */
export function languagePage(profile: PrinterProfile): Bitmap {
  const stock = stockDots(profile);
  const perMm = dotsPerMm(profile.dpi);
  const width = Math.min(stock.width, Math.round(WIDTH_MM * perMm));
  const height = Math.min(stock.height, Math.round(HEIGHT_MM * perMm));
  const page = blankBitmap(width, height);
  const line = Math.max(2, Math.round(perMm / 3));
  outlineBox(page, { left: 0, top: 0, width, height }, line);
  const text = NAMES[profile.language];
  const room = { width: width - 6 * line, height: height - 6 * line };
  const scale = Math.max(1, Math.floor(Math.min(room.width / textWidth(text, 1), room.height / LETTER_HEIGHT)));
  const left = Math.round((width - textWidth(text, scale)) / 2);
  drawText(page, text, { left, top: Math.round((height - LETTER_HEIGHT * scale) / 2), scale });
  return page;
}
