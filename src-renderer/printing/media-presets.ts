/** Loaded stock that sellers of small parcels use, in millimetres. */
export interface MediaPreset {
  readonly id: '100x150' | '100x100' | '4x6in' | '75x120' | '58x40' | 'a6';
  readonly widthMm: number;
  readonly heightMm: number;
}

export const MEDIA_PRESETS: readonly MediaPreset[] = [
  { id: '100x150', widthMm: 100, heightMm: 150 },
  { id: '100x100', widthMm: 100, heightMm: 100 },
  // 4 × 6 inches: 101.6 × 152.4 mm exactly.
  { id: '4x6in', widthMm: 101.6, heightMm: 152.4 },
  // The label of Ozon's own parcels.
  { id: '75x120', widthMm: 75, heightMm: 120 },
  { id: '58x40', widthMm: 58, heightMm: 40 },
  { id: 'a6', widthMm: 105, heightMm: 148 },
];

/** The preset that a profile's stock is, to a tenth of a millimetre; null for stock of the seller's own size. */
export function presetOf(widthMm: number, heightMm: number): MediaPreset | null {
  const isSame = (left: number, right: number) => Math.abs(left - right) < 0.1;
  return MEDIA_PRESETS.find((preset) => isSame(preset.widthMm, widthMm) && isSame(preset.heightMm, heightMm)) ?? null;
}
