import { fileCarrier } from './file-carriers.ts';
import { isSyntheticId } from './line-id.ts';
import { linesInParcel, type ShipFormat, type ShipParcel, type ShipRows } from './ship-file.ts';

const XLSX = { extension: 'xlsx', table: 'xlsx', encoding: 'utf-8', hasByteOrderMark: false } as const;

/** Taobao 批量发货: order, company, number. Titles as sellers' guides show them; no official document was found. */
const TAOBAO_BASE = {
  sheet: '批量发货',
  head: () => ['订单编号', '物流公司', '运单号'],
  rowsOf: (parcel: ShipParcel): ShipRows => {
    if (parcel.carrier === null) return { ok: false, fault: 'carrier-missing' };
    const company = fileCarrier('taobao', parcel.carrier)?.name ?? parcel.carrier;
    return { ok: true, rows: taobaoNumbers(parcel).map((number) => [number, company, parcel.trackingNumber]) };
  },
};

/** A parcel with a part of the trade names its child orders. */
function taobaoNumbers(parcel: ShipParcel): string[] {
  const lines = linesInParcel(parcel);
  const isWhole = parcel.items === null || lines.length === parcel.facts.lines.length;
  const isNamed = lines.every((line) => !isSyntheticId(line.lineRemoteId));
  return isWhole || !isNamed ? [parcel.facts.remoteId] : lines.map((line) => line.lineRemoteId);
}

export const TAOBAO_SHIP: readonly ShipFormat[] = [
  { format: 'taobao-bulk-ship', ...XLSX, ...TAOBAO_BASE },
  {
    format: 'taobao-bulk-ship-csv',
    extension: 'csv',
    table: 'csv',
    // The seller centre's own files are GBK.
    encoding: 'gb18030',
    hasByteOrderMark: false,
    ...TAOBAO_BASE,
  },
];

/** AliExpress 批量发货: whole or part says whether the order has more to come. Titles as sellers' guides show them. */
export const ALIEXPRESS_SHIP: ShipFormat = {
  format: 'aliexpress-bulk-ship',
  ...XLSX,
  sheet: '批量发货',
  head: () => ['订单号', '物流方式', '运单号', '发货状态', '备注'],
  rowsOf: ({ facts, carrier, trackingNumber, isLast }) =>
    carrier === null
      ? { ok: false, fault: 'carrier-missing' }
      : { ok: true, rows: [[facts.remoteId, carrier, trackingNumber, isLast ? '全部发货' : '部分发货', '']] },
};

/** Ozon: the posting and its number; the carrier is fixed by the delivery method. Titles as in the cabinet's own pages. */
export const OZON_SHIP: ShipFormat = {
  format: 'ozon-tracking-numbers',
  ...XLSX,
  sheet: 'Трек-номера',
  head: () => ['Номер отправления', 'Трек-номер'],
  rowsOf: ({ facts, trackingNumber }) => ({ ok: true, rows: [[facts.remoteId, trackingNumber]] }),
};
