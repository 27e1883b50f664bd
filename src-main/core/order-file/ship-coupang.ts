import { zonedText } from '../calendar/zoned-time.ts';
import { moneyToDecimal } from '../money/money.ts';
import type { OrderLine } from '../order/facts.ts';
import { exactTitle } from './column-title.ts';
import type { FileField } from './fields.ts';
import { fileCarrier } from './file-carriers.ts';
import { matchColumns } from './match-columns.ts';
import { COUPANG_FILES } from './profile-coupang.ts';
import type { RawRows } from './raw-rows.ts';
import { linesInParcel, type ShipFormat, type ShipParcel, type ShipRows } from './ship-file.ts';

/** The columns of WING's delivery list in its own order, as a public program of 2019 and later ones write them. */
const HEAD = (
  '번호|묶음배송번호|주문번호|택배사|운송장번호|분리배송 Y/N|분리배송 출고예정일|주문시 출고예정일|출고일(발송일)|주문일|등록상품명|' +
  '등록옵션명|노출상품명(옵션명)|노출상품ID|옵션ID|최초등록옵션명|업체상품코드|바코드|결제액|배송비구분|배송비|도서산간 추가배송비|' +
  '구매수(수량)|옵션판매가(판매단가)|구매자|구매자전화번호|수취인이름|수취인전화번호|우편번호|수취인 주소|배송메세지'
).split('|');
const SPLIT_TITLE = exactTitle('분리배송 Y/N');

/** The delivery list itself, with the carrier and the number filled in: WING takes the sheet that it gave. */
export const COUPANG_SHIP: ShipFormat = {
  format: 'coupang-delivery-list',
  extension: 'xlsx',
  table: 'xlsx',
  encoding: 'utf-8',
  hasByteOrderMark: false,
  sheet: 'Delivery',
  head: (parcels) => parcels.map((parcel) => parcel.raw).find(isSheet)?.titles ?? HEAD,
  rowsOf,
};

/** Rows of WING have the columns to fill in; rows of some other program's file may not. */
function isSheet(raw: RawRows | null): raw is RawRows {
  const fields = raw === null ? [] : matchColumns(raw.titles, COUPANG_FILES);
  return (['unit', 'carrier', 'tracking-number'] as const).every((field) => fields.includes(field));
}

function rowsOf(parcel: ShipParcel, head: readonly string[]): ShipRows {
  if (parcel.carrier === null) return { ok: false, fault: 'carrier-missing' };
  const carrier = fileCarrier('coupang', parcel.carrier)?.name ?? parcel.carrier;
  const fields = matchColumns(head, COUPANG_FILES);
  const inside = linesInParcel(parcel);
  const isSplit = inside.length < parcel.facts.lines.filter((line) => line.quantity > 0).length;
  const rows = inside.map(({ lineRemoteId }) => {
    const line = parcel.facts.lines.find((candidate) => candidate.remoteId === lineRemoteId);
    const kept = keptCells(parcel.raw, lineRemoteId);
    return head.map((title, index) => {
      const field = fields[index] ?? null;
      if (field === 'carrier') return carrier;
      // WING's numbers are digits alone ("송장번호": spaces and dashes are refused).
      if (field === 'tracking-number') return parcel.trackingNumber.replace(/[\s-]/g, '');
      if (exactTitle(title) === SPLIT_TITLE && isSplit) return 'Y';
      const key = exactTitle(title);
      return kept.get(key) ?? (key === SPLIT_TITLE ? 'N' : factCell(parcel, line, field));
    });
  });
  return rows.length === 0 ? { ok: false, fault: 'lines-unknown' } : { ok: true, rows };
}

/** The cells of the row that this line came in by, by title. */
function keptCells(raw: RawRows | null, lineRemoteId: string): ReadonlyMap<string, string> {
  if (raw === null) return new Map();
  const optionAt = matchColumns(raw.titles, COUPANG_FILES).indexOf('line-id');
  const row = raw.rows.find(
    (candidate) => (candidate.cells[optionAt] ?? '').trim() === lineRemoteId.replace(/#\d+$/, ''),
  );
  return new Map(
    row === undefined ? [] : raw.titles.map((title, index) => [exactTitle(title), row.cells[index] ?? '']),
  );
}

/** What we know ourselves of an order that came by the API. */
function factCell({ facts }: ShipParcel, line: OrderLine | undefined, field: FileField | null): string {
  const { address } = facts;
  const cells: Partial<Record<FileField, string | null>> = {
    unit: facts.remoteId,
    'order-number': facts.remoteOrderNumber,
    'line-id': line?.remoteId ?? null,
    sku: line?.sku ?? null,
    title: line?.title ?? null,
    variant: line?.variant ?? null,
    quantity: line === undefined ? null : String(line.quantity),
    'unit-price': line?.unitPrice == null ? null : moneyToDecimal(line.unitPrice),
    recipient: address?.name ?? null,
    buyer: facts.buyerName,
    phone: address?.phone ?? null,
    postcode: address?.postcode ?? null,
    'full-address': address?.lines.join(' ') ?? null,
    note: facts.buyerNote,
    'placed-at': zonedText(facts.placedAtMs, COUPANG_FILES.zone),
    'ship-by': facts.shipByMs === null ? null : zonedText(facts.shipByMs, COUPANG_FILES.zone).slice(0, 10),
  };
  return field === null ? '' : (cells[field] ?? '');
}
