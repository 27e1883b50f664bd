import { moneyToDecimal, sumByCurrency, type Money } from '../money/money.ts';
import { cleanLine } from '../paper/clean-text.ts';
import { boxOf, fillItem, textItem, type PaperBox, type PaperItem } from '../paper/paper.ts';
import type { OwnLabelItem } from './own-label.ts';

const TITLE_MM = 4;
const ROW_MM = 3.5;
const SIGNATURE_MM = 4.4;
const TEXT_PT = 7.5;
const THIN_MM = 0.125;
/** From this height on there is room for the kinds of parcel and the signature. */
const FULL_FORM_MM = 30;

type Cells = readonly [string, string, string, string, string, string];
interface Row {
  readonly cells: Cells;
  readonly heightMm: number;
  readonly isBold: boolean;
}
/** Quantity, description, tariff number, origin, weight, value. */
const COLUMNS_MM = [7.5, 38.4, 13.5, 11, 9.5, 15.6] as const;
const HEADINGS = ['Qty', 'Description of contents', 'HS code', 'Origin', 'kg'] as const;
/** UPU form CN22; what a shop sends to a buyer is a sale. */
const KINDS = [
  { name: 'Gift', widthMm: 10.5 },
  { name: 'Documents', widthMm: 19 },
  { name: 'Sale of goods', widthMm: 22.5 },
  { name: 'Sample', widthMm: 14.5 },
  { name: 'Returned', widthMm: 16.5 },
  { name: 'Other', widthMm: 12.5 },
];

/** A customs declaration after the postal union's form CN22. Goods that do not fit are summed in the last row. */
export function customsItems(items: readonly OwnLabelItem[], box: PaperBox): PaperItem[] {
  const isFull = box.heightMm >= FULL_FORM_MM;
  const signatureMm = isFull ? SIGNATURE_MM : 0;
  const headMm = TITLE_MM + (isFull ? ROW_MM : 0);
  const room = Math.floor((box.heightMm - headMm - signatureMm - 0.5) / ROW_MM) - 2;
  const currency = onlyCurrency(items);
  // Few goods have room for two lines each.
  const goodsMm = items.length * 2 <= room ? 2 * ROW_MM : ROW_MM;
  const rows: Row[] = [
    { cells: [...HEADINGS, currency === null ? 'Value' : `Value ${currency}`], heightMm: ROW_MM, isBold: true },
    ...goodsRows(items, Math.max(1, room), currency).map((cells) => ({ cells, heightMm: goodsMm, isBold: false })),
    { cells: summed('Total', items, currency), heightMm: ROW_MM, isBold: true },
  ];
  const tableTop = box.topMm + headMm;
  const tableMm = rows.reduce((sum, row) => sum + row.heightMm, 0);
  return [
    ...titleItems(box, isFull),
    ...(isFull ? kindItems(boxOf(box.leftMm, box.topMm + TITLE_MM, box.widthMm, ROW_MM)) : []),
    ...tableItems(rows, box, tableTop),
    ...columnLines(box, tableTop, tableMm),
    ...(isFull ? signatureItems(box) : []),
  ];
}

function titleItems(box: PaperBox, isFull: boolean): PaperItem[] {
  const row = boxOf(box.leftMm + 1.5, box.topMm + 0.6, box.widthMm - 3, TITLE_MM - 0.5);
  const right = isFull ? 'May be opened officially' : 'Sale of goods · May be opened officially';
  return [
    textItem(row, 'CUSTOMS DECLARATION  CN22', 8, { isBold: true, vertical: 'middle' }),
    textItem(row, right, 7, { align: 'right', vertical: 'middle' }),
  ];
}

function kindItems(box: PaperBox): PaperItem[] {
  let leftMm = box.leftMm - 0.2;
  return KINDS.flatMap(({ name, widthMm }) => {
    const tick = boxOf(leftMm + 1.5, box.topMm + 0.6, 2, 2);
    const isSale = name === 'Sale of goods';
    const text = boxOf(leftMm + 4, box.topMm, widthMm - 3, ROW_MM);
    leftMm += widthMm;
    return [
      { kind: 'frame', ...tick, lineMm: 0.25 } as const,
      ...(isSale ? [fillItem(tick.leftMm + 0.5, tick.topMm + 0.5, 1, 1)] : []),
      textItem(text, name, 7, { vertical: 'middle', isBold: isSale }),
    ];
  });
}

function goodsRows(items: readonly OwnLabelItem[], room: number, currency: string | null): Cells[] {
  if (items.length <= room) return items.map((item) => cellsOf(item, currency));
  const shown = items.slice(0, room - 1);
  const rest = items.slice(room - 1);
  return [...shown.map((item) => cellsOf(item, currency)), summed(`and ${rest.length} more kinds`, rest, currency)];
}

function cellsOf(item: OwnLabelItem, currency: string | null): Cells {
  return [
    String(item.quantity),
    cleanLine(item.description),
    cleanLine(item.hsCode ?? ''),
    cleanLine(item.origin ?? ''),
    kilograms(item.weightG),
    item.value === null ? '' : valueText(item.value, currency),
  ];
}

/** Sums only what is known of every item: a part would be a false declaration. */
function summed(name: string, items: readonly OwnLabelItem[], currency: string | null): Cells {
  const quantity = items.reduce((sum, item) => sum + item.quantity, 0);
  const weights = items.flatMap((item) => (item.weightG === null ? [] : [item.weightG]));
  const values = items.flatMap((item) => (item.value === null ? [] : [item.value]));
  const weightG = weights.length < items.length ? null : weights.reduce((sum, each) => sum + each, 0);
  const sums = values.length < items.length ? [] : sumByCurrency(values);
  return [String(quantity), name, '', '', kilograms(weightG), sums.map((sum) => valueText(sum, currency)).join(' + ')];
}

const kilograms = (grams: number | null): string => (grams === null ? '' : (grams / 1000).toFixed(3));

/** A currency that all goods share stands in the heading. */
function onlyCurrency(items: readonly OwnLabelItem[]): string | null {
  const currencies = new Set(items.flatMap((item) => (item.value === null ? [] : [item.value.currency])));
  const [first] = currencies;
  return currencies.size === 1 ? (first ?? null) : null;
}

function valueText(value: Money, currency: string | null): string {
  return currency === null ? `${moneyToDecimal(value)} ${value.currency}` : moneyToDecimal(value);
}

function tableItems(rows: readonly Row[], box: PaperBox, tableTopMm: number): PaperItem[] {
  let topMm = tableTopMm;
  return rows.flatMap((row) => {
    const items = rowItems(row, box, topMm);
    topMm += row.heightMm;
    return items;
  });
}

function rowItems({ cells, heightMm, isBold }: Row, box: PaperBox, topMm: number): PaperItem[] {
  let leftMm = box.leftMm;
  const texts = cells.map((cell, index) => {
    const widthMm = COLUMNS_MM[index] ?? 0;
    const align = index === 0 || index > 3 ? 'right' : 'left';
    const item = textItem(boxOf(leftMm + 0.8, topMm + 0.15, widthMm - 1.5, heightMm - 0.15), cell, TEXT_PT, {
      isBold,
      align,
      vertical: 'middle',
    });
    leftMm += widthMm;
    return item;
  });
  return [fillItem(box.leftMm, topMm, box.widthMm, THIN_MM), ...texts];
}

function columnLines(box: PaperBox, topMm: number, heightMm: number): PaperItem[] {
  let leftMm = box.leftMm;
  const lines = COLUMNS_MM.slice(0, -1).map((widthMm) => {
    leftMm += widthMm;
    return fillItem(leftMm, topMm, THIN_MM, heightMm);
  });
  return [...lines, fillItem(box.leftMm, topMm + heightMm, box.widthMm, THIN_MM)];
}

function signatureItems(box: PaperBox): PaperItem[] {
  const topMm = box.topMm + box.heightMm - SIGNATURE_MM;
  const row = boxOf(box.leftMm + 1.5, topMm, box.widthMm - 3, SIGNATURE_MM - 0.4);
  return [
    textItem(row, "Date and sender's signature", 7, { vertical: 'middle' }),
    fillItem(box.leftMm + 38, topMm + SIGNATURE_MM - 1, box.widthMm - 40, THIN_MM),
  ];
}
