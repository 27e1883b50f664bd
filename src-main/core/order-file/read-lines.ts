import type { OrderLine } from '../order/facts.ts';
import type { FileField } from './fields.ts';
import type { FileFault } from './file-fault.ts';
import { isSyntheticId, syntheticLineId } from './line-id.ts';
import type { FileRow } from './file-row.ts';
import type { FileProfile } from './profile.ts';
import { readAmount, readCount } from './read-amount.ts';
import { readGoods } from './read-goods.ts';
import { statusOf } from './read-status.ts';

type Line = OrderLine;

export interface ReadLines {
  readonly lines: readonly Line[];
  readonly faults: readonly FileFault[];
}

/** The lines of one order. A line whose number of pieces cannot be read is a fault of its row. */
export function readLines(unit: string, rows: readonly FileRow[], profile: FileProfile): ReadLines {
  const faults: FileFault[] = [];
  const seen = new Map<string, { readonly cells: string; times: number }>();
  const lines: Line[] = [];
  for (const row of rows) {
    for (const line of linesOf(unit, row, rows.length, profile, faults)) {
      const cells = JSON.stringify(row.cells);
      const before = seen.get(line.remoteId);
      // The same row once more is a copy of it, where the platform itself gave the line an id.
      if (before?.cells === cells && !isSyntheticId(line.remoteId)) continue;
      const times = (before?.times ?? 0) + 1;
      seen.set(line.remoteId, { cells, times });
      lines.push(times === 1 ? line : { ...line, remoteId: `${line.remoteId}#${times}` });
    }
  }
  return { lines, faults };
}

function linesOf(unit: string, row: FileRow, rowCount: number, profile: FileProfile, faults: FileFault[]): Line[] {
  const goods = row.value('goods');
  if (goods !== null && row.value('title') === null) return linesOfGoods(row, goods, faults);
  const counted = pieces(row);
  if (counted === null) {
    faults.push({ line: row.line, field: 'quantity', code: 'quantity-unreadable' });
    return [];
  }
  // Of several rows one may be cancelled while the rest of the order goes on.
  const isCancelled = rowCount > 1 && statusOf(row, profile)?.stage === 'cancelled';
  const title = row.value('title') ?? row.value('sku') ?? '';
  const id = lineId(unit, row, rowCount, profile) ?? syntheticLineId(row.value('sku'), title, row.value('variant'));
  return [
    {
      remoteId: id,
      remoteSku: firstOf(row, profile.remoteSkuFields) ?? id,
      sku: row.value('sku') ?? row.value('remote-sku') ?? '',
      title,
      variant: row.value('variant'),
      quantity: isCancelled ? 0 : counted.left,
      unitPrice: unitPrice(row, counted.ordered, profile, faults),
    },
  ];
}

function linesOfGoods(row: FileRow, goods: string, faults: FileFault[]): Line[] {
  const parts = readGoods(goods);
  if (parts === null) {
    faults.push({ line: row.line, field: 'goods', code: 'goods-unreadable' });
    return [];
  }
  return parts.map(({ title, variant, sku, quantity }) => {
    const id = syntheticLineId(sku, title, variant);
    return { remoteId: id, remoteSku: id, sku: sku ?? '', title, variant, quantity, unitPrice: null };
  });
}

function firstOf(row: FileRow, fields: readonly FileField[]): string | null {
  for (const field of fields) {
    const value = row.value(field);
    if (value !== null) return value;
  }
  return null;
}

/** Where a trade of one kind of goods has no other line, its line bears the trade's own id. */
function lineId(unit: string, row: FileRow, rowCount: number, profile: FileProfile): string | null {
  const given = firstOf(row, profile.lineIdFields);
  if (given !== null) return given;
  return profile.isOnlyLineTheOrder && rowCount === 1 && !/[,，]/u.test(row.text('title')) ? unit : null;
}

/** Pieces ordered, and what is left to ship after cancels; null when the count cannot be read. */
function pieces(row: FileRow): { readonly ordered: number; readonly left: number } | null {
  const ordered = readCount(row.text('quantity'));
  if (ordered === null) return null;
  const gone = (['quantity-cancelled', 'quantity-held'] as const).map(
    (field) => readCount(row.value(field) ?? '0') ?? 0,
  );
  return {
    ordered,
    left: Math.max(
      0,
      gone.reduce((left, count) => left - count, ordered),
    ),
  };
}

function unitPrice(row: FileRow, ordered: number, profile: FileProfile, faults: FileFault[]): Line['unitPrice'] {
  const currency = currencyOf(row, profile);
  const read = (field: FileField) => {
    const cell = row.value(field);
    const amount = cell === null ? null : readAmount(cell, currency);
    if (cell !== null && amount === null) faults.push({ line: row.line, field, code: 'amount-unreadable' });
    return amount;
  };
  const unit = read('unit-price');
  if (unit !== null || row.value('unit-price') !== null) return unit;
  const whole = read('line-total');
  if (whole === null || ordered === 0 || whole.minor % ordered !== 0) return null;
  return { ...whole, minor: whole.minor / ordered };
}

/** What the file names, or the platform's own; null: the cell itself must say. */
export function currencyOf(row: FileRow, profile: FileProfile): string | null {
  const named = (row.value('currency') ?? '').toUpperCase();
  if (/^[A-Z]{3}$/.test(named)) return named;
  return profile.platform === 'aliexpress' ? null : profile.currency;
}
