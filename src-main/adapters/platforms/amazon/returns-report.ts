import type { AfterSalePage, OddOrder } from '../../../app/ports/platform-connector.ts';
import type { AfterSale, AfterSaleStage } from '../../../core/case/after-sale.ts';
import { cellOf, type FlatRow, readReportDate } from './flat-file.ts';
import { safeWord } from './order-notes.ts';
import { decimalMoney } from './parse-money.ts';

const DAY_MS = 24 * 3_600_000;

/** "Return request status" → whose turn it is. */
const STAGES: readonly (readonly [RegExp, AfterSaleStage])[] = [
  [/pending|requested|awaiting/i, 'wait-seller'],
  [/approved|authori[sz]ed/i, 'wait-buyer'],
  [/closed|completed|refunded|rejected|declined|cancel/i, 'closed'],
];

export interface ReadCases {
  readonly cases: AfterSalePage['cases'][number][];
  readonly odd: OddOrder[];
  readonly warnings: string[];
}

/** The returns flat file as cases; rows of one return are one case. Pure. */
export function returnCases(rows: readonly FlatRow[]): ReadCases {
  const groups = new Map<string, FlatRow[]>();
  const odd: OddOrder[] = [];
  for (const row of rows) {
    const id = idOf(row);
    if (id === null || requestedAt(row) === null)
      odd.push({ remoteId: id, raw: rawOf([row]), reason: 'unreadable:return' });
    else groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  const cases = [...groups].flatMap(([id, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const afterSale = toCase(id, first, group);
    const isUnknown = afterSale.stage === 'unknown';
    const warnings = isUnknown ? [`unknown-status:${safeWord(afterSale.rawStatus)}`] : [];
    return [{ afterSale, raw: rawOf(group), warnings }];
  });
  return { cases, odd, warnings: [] };
}

const rawOf = (rows: readonly FlatRow[]): string => JSON.stringify(rows.map((row) => Object.fromEntries(row)));

const orderOf = (row: FlatRow): string | null =>
  cellOf(row, 'Order ID', 'amazon-order-id', 'Bestellnummer', '注文番号');

const requestedAt = (row: FlatRow): number | null => readReportDate(cellOf(row, 'Return request date', 'return-date'));

/** The RMA, or where the file has none, the order and its article. */
function idOf(row: FlatRow): string | null {
  const rma = cellOf(row, 'Amazon RMA ID', 'Merchant RMA ID', 'RMA ID');
  const order = orderOf(row);
  if (rma !== null || order === null) return rma;
  return `${order}:${cellOf(row, 'Order Item ID', 'Merchant SKU', 'ASIN') ?? ''}`;
}

function toCase(remoteId: string, row: FlatRow, group: readonly FlatRow[]): AfterSale {
  const rawStatus = cellOf(row, 'Return request status', 'Status') ?? '';
  const openedAtMs = requestedAt(row) ?? 0;
  const backAtMs = readReportDate(cellOf(row, 'Return delivery date'));
  const told = STAGES.find(([pattern]) => pattern.test(rawStatus))?.[1] ?? 'unknown';
  // Goods that are back wait for their refund.
  const stage = told === 'wait-buyer' && backAtMs !== null ? 'wait-seller' : told;
  const order = orderOf(row);
  const amount = decimalMoney(cellOf(row, 'Refunded Amount'), cellOf(row, 'Currency code'));
  return {
    platform: 'amazon',
    kind: 'return',
    remoteId,
    orderRemoteId: order,
    orderNumber: order,
    stage,
    rawStatus,
    reason: cellOf(row, 'Return Reason', 'reason'),
    messages: [],
    amount: amount === null || amount.minor === 0 ? null : amount,
    items: group.map((one) => {
      const remoteSku = cellOf(one, 'Merchant SKU', 'ASIN') ?? '';
      const quantity = Number(cellOf(one, 'Return quantity', 'quantity') ?? '1');
      return {
        remoteSku,
        title: cellOf(one, 'Item Name') ?? remoteSku,
        quantity: Number.isSafeInteger(quantity) ? quantity : 1,
      };
    }),
    rating: null,
    trackingNumber: cellOf(row, 'Tracking ID'),
    carrier: cellOf(row, 'Return carrier'),
    openedAtMs,
    updatedAtMs: backAtMs ?? openedAtMs,
    // A request is to be answered within 24 hours (seller help, "Manage seller-fulfilled returns"); the file has days only.
    dueAtMs: told === 'wait-seller' ? openedAtMs + DAY_MS : null,
    openActions: stage === 'closed' ? [] : ['reply'],
  };
}
