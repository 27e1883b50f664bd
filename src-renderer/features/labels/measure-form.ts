import type { MeasureView } from '../../../src-main/contract/methods/labels.ts';

/** Weight and size as they are typed. */
export interface MeasureText {
  readonly weight: string;
  readonly size: string;
}

/** "860", "860 g", "0.86kg", "0,86 kg" as grams; a figure without a unit is grams. Null when it is no weight. */
export function readWeight(text: string): number | null {
  const match = /^(\d{1,6}(?:[.,]\d{1,3})?)\s*(g|克|kg|公斤|千克)?$/iu.exec(text.trim());
  if (match === null) return null;
  const figure = Number((match[1] ?? '').replace(',', '.'));
  const isKilograms = /kg|公斤|千克/iu.test(match[2] ?? '');
  const grams = Math.round(isKilograms ? figure * 1_000 : figure);
  return grams >= 1 && grams <= 70_000 ? grams : null;
}

/** "22×18×14", "22x18x14", "22 18 14.5" in centimetres as whole millimetres. Null when it is no size. */
export function readSize(text: string): Pick<MeasureView, 'lengthMm' | 'widthMm' | 'heightMm'> | null {
  const parts = text
    .trim()
    .replace(/\s*(cm|厘米|公分)$/iu, '')
    .split(/\s*[x×*✕]\s*|\s+/iu);
  if (parts.length !== 3) return null;
  const millimetres = parts.map((part) =>
    /^\d{1,3}([.,]\d)?$/.test(part) ? Math.round(Number(part.replace(',', '.')) * 10) : 0,
  );
  const [lengthMm = 0, widthMm = 0, heightMm = 0] = millimetres;
  const isPossible = millimetres.every((side) => side >= 1 && side <= 5_000);
  return isPossible ? { lengthMm, widthMm, heightMm } : null;
}

/** The parcel as the contract takes it; null while a field is not right. */
export function readMeasure(text: MeasureText): MeasureView | null {
  const weightGrams = readWeight(text.weight);
  const size = readSize(text.size);
  return weightGrams === null || size === null ? null : { weightGrams, ...size };
}

/** A known measure as the fields show it. */
export function measureText(measure: MeasureView | null): MeasureText {
  if (measure === null) return { weight: '', size: '' };
  const { weightGrams, lengthMm, widthMm, heightMm } = measure;
  return {
    weight: String(weightGrams),
    size: [lengthMm, widthMm, heightMm].map((side) => String(side / 10)).join('×'),
  };
}
