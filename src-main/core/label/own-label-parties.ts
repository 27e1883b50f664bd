import type { Address } from '../address/address.ts';
import { cleanLine, joinParts } from '../paper/clean-text.ts';
import { boxOf, fillItem, inset, textItem, type PaperBox, type PaperItem } from '../paper/paper.ts';
import { countryName } from './own-label-head.ts';
import type { LabelMeasures } from './own-label-layout.ts';
import type { OwnLabel } from './own-label.ts';

const CAPTION_PT = 7;
const CAPTION_MM = 3.2;
const ORDER_MM = 30;
const SIDE_MM = 34;
/** One line of large letters, or two of the smallest. */
const ONE_LINE_MM = 6.4;

/** Who sends it, small, beside the order number. */
export function senderItems(label: OwnLabel, box: PaperBox, measures: LabelMeasures): PaperItem[] {
  const { sender } = label;
  const place = joinParts([placeOf(sender), sender.postcode, countryOf(sender)], ', ');
  const text = [
    joinParts([sender.name, sender.company], ' · '),
    joinParts(sender.lines, ', '),
    ...(measures.isCompact ? [joinParts([place, sender.phone], ' · ')] : [place, joinParts([sender.phone], '')]),
  ].filter((line) => line !== '');
  const captionMm = text.length === 0 ? 0 : 10;
  const orderLeft = box.leftMm + box.widthMm - ORDER_MM;
  const from = boxOf(
    box.leftMm + captionMm,
    box.topMm + 0.7,
    box.widthMm - ORDER_MM - captionMm - 1,
    box.heightMm - 0.9,
  );
  return [
    ...(text.length === 0
      ? []
      : [caption(boxOf(box.leftMm + 1.5, box.topMm + 1, captionMm - 1.5, CAPTION_MM), 'FROM')]),
    textItem(from, text.join('\n'), measures.smallPt),
    fillItem(orderLeft, box.topMm, 0.25, box.heightMm),
    ...orderItems(label, boxOf(orderLeft, box.topMm, ORDER_MM, box.heightMm), measures),
  ];
}

function orderItems(label: OwnLabel, box: PaperBox, measures: LabelMeasures): PaperItem[] {
  const inner = inset(box, 1.5, 1);
  const pieces = `${label.pieceCount} pcs`;
  return [
    caption(boxOf(inner.leftMm, inner.topMm, 14, CAPTION_MM), 'ORDER'),
    textItem(boxOf(inner.leftMm + 14, inner.topMm, inner.widthMm - 14, CAPTION_MM), pieces, CAPTION_PT, {
      align: 'right',
      isBold: true,
    }),
    textItem(
      boxOf(inner.leftMm, inner.topMm + CAPTION_MM, inner.widthMm, Math.min(ONE_LINE_MM, inner.heightMm - CAPTION_MM)),
      cleanLine(label.orderNumber),
      measures.smallPt + 3,
      { isBold: true, vertical: 'middle' },
    ),
  ];
}

/** Who gets it: the name largest, the country in full at the end; postcode and phone on their own where known. */
export function receiverItems(label: OwnLabel, box: PaperBox, measures: LabelMeasures): PaperItem[] {
  const { receiver } = label;
  const nameMm = measures.namePt * 0.47 + 0.6;
  const side = [cleanLine(receiver.postcode ?? ''), cleanLine(receiver.phone ?? '')] as const;
  const sideMm = side.join('') === '' ? 0 : SIDE_MM;
  const tab = boxOf(box.leftMm, box.topMm, 9, nameMm);
  const name = boxOf(box.leftMm + 11, box.topMm + 0.5, box.widthMm - 13, nameMm);
  const topMm = box.topMm + nameMm + 1.2;
  const heightMm = box.heightMm - nameMm - 1.6;
  const address = boxOf(box.leftMm + 3, topMm, box.widthMm - 4.5 - sideMm, heightMm);
  const sideBox = boxOf(box.leftMm + box.widthMm - SIDE_MM, topMm, SIDE_MM - 1.5, heightMm);
  return [
    { kind: 'fill', ...tab },
    textItem(tab, 'TO', measures.namePt - 3, { isBold: true, isWhite: true, align: 'center', vertical: 'middle' }),
    textItem(name, cleanLine(receiver.name), measures.namePt, { isBold: true, vertical: 'middle' }),
    textItem(address, addressText(label), measures.addressPt),
    ...sideItems(side, sideBox, measures),
  ];
}

function sideItems([postcode, phone]: readonly [string, string], box: PaperBox, measures: LabelMeasures): PaperItem[] {
  const frameMm = postcode === '' ? 0 : measures.postcodePt * 0.46 + CAPTION_MM + 0.4;
  const frame = boxOf(box.leftMm, box.topMm, box.widthMm, frameMm);
  const number = boxOf(box.leftMm + 1, box.topMm + CAPTION_MM + 0.5, box.widthMm - 2, frameMm - CAPTION_MM - 0.9);
  const phoneTop = box.topMm + frameMm + (frameMm === 0 ? 0 : 1.2);
  const restMm = box.topMm + box.heightMm - phoneTop;
  const phoneBox = boxOf(box.leftMm, phoneTop, box.widthMm, Math.min(ONE_LINE_MM, restMm));
  const style = { isBold: true, align: 'center', vertical: 'middle' } as const;
  return [
    ...(postcode === ''
      ? []
      : [
          { kind: 'frame', ...frame, lineMm: 0.5 } as const,
          caption(boxOf(box.leftMm + 1.2, box.topMm + 0.5, box.widthMm - 2, CAPTION_MM), 'POSTCODE'),
          textItem(number, postcode, measures.postcodePt, style),
        ]),
    ...(phone === '' ? [] : [textItem(phoneBox, `Tel. ${phone}`, 11, { isBold: true })]),
  ];
}

function addressText({ receiver, receiverCustomsId }: OwnLabel): string {
  const customs = cleanLine(receiverCustomsId ?? '');
  const lines = [
    joinParts(receiver.lines, ', '),
    placeOf(receiver),
    countryOf(receiver),
    customs === '' ? '' : `Customs ID ${customs}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** The postcode stands by itself in a frame. */
function placeOf({ city, region }: Address): string {
  return joinParts([city === region ? null : city, region], ', ');
}

/** In English and capitals, as the postal union wants the last line. */
const countryOf = ({ country }: Address): string => (country === null ? '' : countryName(country, 'en').toUpperCase());

/** The seller's remark to herself or the carrier. */
export function noteItems(note: string, box: PaperBox): PaperItem[] {
  return [textItem(inset(box, 2, 0.7), cleanLine(note), 9, { vertical: 'middle', isBold: true })];
}

function caption(box: PaperBox, text: string): PaperItem {
  return textItem(box, text, CAPTION_PT, { isBold: true });
}
