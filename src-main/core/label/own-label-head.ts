import { cleanLine } from '../paper/clean-text.ts';
import { boxOf, fillItem, inset, textItem, type PaperBox, type PaperItem } from '../paper/paper.ts';
import type { LabelMeasures } from './own-label-layout.ts';
import type { OwnLabel } from './own-label.ts';

const COUNTRY_MM = 28;
const LINE_MM = 0.5;

/** The carrier white on black, its service below, and the country of the receiver, readable across the room. */
export function headItems(label: OwnLabel, box: PaperBox, measures: LabelMeasures): PaperItem[] {
  const leftMm = box.widthMm - COUNTRY_MM;
  const stripMm = box.heightMm * 0.6;
  const carrier = boxOf(box.leftMm, box.topMm, leftMm, stripMm);
  const service = boxOf(box.leftMm, box.topMm + stripMm, leftMm, box.heightMm - stripMm);
  return [
    { kind: 'fill', ...carrier },
    textItem(inset(carrier, 2.5, 0.8), cleanLine(label.carrier), measures.carrierPt, {
      isBold: true,
      isWhite: true,
      vertical: 'middle',
    }),
    textItem(inset(service, 2.5, 0.2), cleanLine(label.service), measures.namePt, { isBold: true, vertical: 'middle' }),
    fillItem(box.leftMm + leftMm, box.topMm, LINE_MM, box.heightMm),
    ...countryItems(label, boxOf(box.leftMm + leftMm, box.topMm, COUNTRY_MM, box.heightMm), measures),
  ];
}

function countryItems(label: OwnLabel, box: PaperBox, measures: LabelMeasures): PaperItem[] {
  const code = label.receiver.country;
  if (code === null) return [];
  const nameMm = box.heightMm * 0.28;
  const codeBox = boxOf(box.leftMm, box.topMm, box.widthMm, box.heightMm - nameMm - 0.3);
  const nameBox = boxOf(box.leftMm + 1, box.topMm + box.heightMm - nameMm - 0.3, box.widthMm - 2, nameMm);
  const style = { isBold: true, align: 'center', vertical: 'middle' } as const;
  return [
    textItem(codeBox, cleanLine(code), measures.countryPt, style),
    // The seller's own post sorts by the Chinese name.
    textItem(nameBox, countryName(code, 'zh-Hans'), measures.smallPt + 1, style),
  ];
}

/** The country's name, e.g. "Korea, South" as CLDR has it; the code itself where it is no country. */
export function countryName(code: string, language: 'en' | 'zh-Hans'): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}
