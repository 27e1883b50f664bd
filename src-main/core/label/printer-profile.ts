/** Languages a desk printer may speak; 'page': it has none of these, its system driver draws pages. */
export const PRINTER_LANGUAGES = ['tspl', 'zpl', 'epl', 'cpcl', 'escpos', 'page'] as const;
export type PrinterLanguage = (typeof PRINTER_LANGUAGES)[number];

/** How the printer finds the start of the next label. */
export const MEDIA_TRACKINGS = ['gap', 'mark', 'continuous'] as const;
export type MediaTracking = (typeof MEDIA_TRACKINGS)[number];

/**
 * What one family of printers needs and others do not understand (printing.md §2):
 * z64 — zlib data in ZPL, smaller over slow ports · gap-in-dots — TSPL firmware that reads the gap as dots ·
 * leading-nuls — firmware that eats the first bytes of a job · short-bands — ESC/POS heads with little memory.
 */
export const PRINTER_QUIRKS = ['z64', 'gap-in-dots', 'leading-nuls', 'short-bands'] as const;
export type PrinterQuirk = (typeof PRINTER_QUIRKS)[number];

/** When a printer with a cutter cuts. */
export const CUTS = ['none', 'each'] as const;
export type Cut = (typeof CUTS)[number];

/** Label rotation in degrees, clockwise, applied before the page is fitted. */
export const ROTATIONS = [0, 90, 180, 270] as const;
export type Rotation = (typeof ROTATIONS)[number];

/** All that is needed to turn a label document into bytes for one printer. Lengths in millimetres unless named otherwise. */
export interface PrinterProfile {
  readonly language: PrinterLanguage;
  readonly dpi: 203 | 300 | 600;
  /** Loaded stock. */
  readonly mediaWidthMm: number;
  readonly mediaHeightMm: number;
  readonly gapMm: number;
  readonly mediaTracking: MediaTracking;
  /** Widest line the head can print, in dots; a wider bitmap is cropped, never sent. */
  readonly headDots: number;
  /** Moves the print on the paper, right and down as it leaves the printer, whatever the rotation. */
  readonly offsetXMm: number;
  readonly offsetYMm: number;
  readonly rotation: Rotation;
  /** What the printer makes of a millimetre down the paper: 0.98 prints 98 mm for 100; the picture is stretched to make up. */
  readonly feedScale: number;
  /** Greys darker than this (0–255) become dots: more makes thin text darker. */
  readonly inkThreshold: number;
  readonly cut: Cut;
  readonly quirks: readonly PrinterQuirk[];
  /** Language's own scale (ZPL ~SD 0–30, TSPL DENSITY 0–15); null leaves the printer's setting alone. */
  readonly density: number | null;
  /** Inches per second; null leaves the printer's setting alone. */
  readonly speedIps: number | null;
}

/** Dots per millimetre of a head: "203 dpi" heads have exactly 8 (printing.md §2). */
export function dotsPerMm(dpi: PrinterProfile['dpi']): number {
  return dpi === 203 ? 8 : dpi / 25.4;
}

/** The printable stock in dots, as the paper leaves the printer. */
export function stockDots({ dpi, mediaWidthMm, mediaHeightMm, headDots }: PrinterProfile): {
  readonly width: number;
  readonly height: number;
} {
  const perMm = dotsPerMm(dpi);
  return {
    width: Math.max(1, Math.min(headDots, Math.round(mediaWidthMm * perMm))),
    height: Math.max(1, Math.round(mediaHeightMm * perMm)),
  };
}

/** The profile's offset in dots of the paper. */
export function offsetDots({ dpi, offsetXMm, offsetYMm }: PrinterProfile): { readonly x: number; readonly y: number } {
  return { x: Math.round(offsetXMm * dotsPerMm(dpi)), y: Math.round(offsetYMm * dotsPerMm(dpi)) };
}

/** A common 4-inch desk printer with 100×150 mm stock. */
export const DEFAULT_PROFILE: PrinterProfile = {
  language: 'tspl',
  dpi: 203,
  mediaWidthMm: 100,
  mediaHeightMm: 150,
  gapMm: 2,
  mediaTracking: 'gap',
  headDots: 832,
  offsetXMm: 0,
  offsetYMm: 0,
  rotation: 0,
  feedScale: 1,
  inkThreshold: 160,
  cut: 'none',
  quirks: [],
  density: null,
  speedIps: null,
};
