import { ContractError } from '../../contract/errors.ts';
import type { FileFaultView } from '../../contract/methods/files.ts';
import { zonedText } from '../../core/calendar/zoned-time.ts';
import { FILE_PROFILES } from '../../core/order-file/profiles.ts';
import type { ShipFormat } from '../../core/order-file/ship-file.ts';
import { SHIP_FORMATS, shipTable, type ShipTable } from '../../core/order-file/ship-formats.ts';
import type { AppDeps } from '../deps.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import { type ExportRecord, exportRecords, saveExportRecords } from './export-record.ts';
import { announceNumbers, EXPORTED, settleRows, toldRows } from './told-numbers.ts';
import { isNumberRow, type WaitingNumber, waitingNumbers, waitingRows } from './waiting-numbers.ts';

/** `lastCode` of a number whose order ended before it went out. */
const ORDER_OVER = 'order-cancelled';

export interface ExportedFile {
  readonly exportId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly faults: readonly FileFaultView[];
}

/**
 * Makes the bulk-ship file of all waiting numbers; they count as told to the platform from then on, in the same unit of
 * work that keeps the record. Throws ContractError 'not-found' for a format that the platform has not, 'refused' when no
 * number can go into the file.
 */
export async function exportNumbers(deps: AppDeps, shop: ShopRow, formatName: string): Promise<ExportedFile> {
  const format = formatOf(shop, formatName);
  const nowMs = deps.clock.nowMs();
  const exportId = deps.ids.next();
  const made = await deps.store.write(async (tx) => {
    const numbers = await waitingNumbers(tx, await waitingRows(tx, shop, nowMs), nowMs);
    const dead = numbers.filter(isOrderOver);
    for (const { rows } of dead)
      await settleRows(tx, rows, { state: 'undone', lastCode: ORDER_OVER, settledAtMs: nowMs });
    const table = shipTable(
      format,
      numbers.filter((number) => !isOrderOver(number)),
    );
    if (table.taken.length === 0) return { bytes: null, table, dead };
    const bytes = await writeFile(deps, format, table);
    const rows = table.taken.flatMap((number) => number.rows);
    const effects = rows.map(({ id, state, lastCode }) => ({ id, state, lastCode }));
    const record: ExportRecord = { exportId, atMs: nowMs, format: formatName, count: table.taken.length, effects };
    await saveExportRecords(tx, shop.id, [record, ...(await exportRecords(tx, shop.id))]);
    await settleRows(tx, rows, { state: 'by-hand', lastCode: EXPORTED, settledAtMs: nowMs });
    return { bytes, table, dead };
  });
  const { bytes, table, dead } = made;
  await announceNumbers(
    deps,
    shop.id,
    [...dead, ...table.taken].map((number) => number.order.id),
  );
  if (bytes === null) throw new ContractError('refused', { code: table.left[0]?.fault ?? 'nothing-waiting' });
  const file = described(shop, format, table, nowMs);
  return { exportId, bytes, ...file, faults: [...file.faults, ...dead.map((number) => faultOf(number, ORDER_OVER))] };
}

/** Seller centres refuse a whole file for one order that is over. */
function isOrderOver({ facts }: WaitingNumber): boolean {
  return facts.stage === 'cancelled' || facts.stage === 'replaced';
}

/** The file of an earlier export once more; nothing is told anew. Throws ContractError 'not-found' or 'refused'. */
export async function exportAgain(
  deps: AppDeps,
  shop: ShopRow,
  formatName: string,
  exportId: string,
): Promise<ExportedFile> {
  const reads = deps.store.read;
  const record = (await exportRecords(reads, shop.id)).find((candidate) => candidate.exportId === exportId);
  if (record === undefined) throw new ContractError('not-found');
  const format = formatOf(shop, formatName);
  const rows = (await toldRows(reads, record)).filter(isNumberRow);
  const table = shipTable(format, await waitingNumbers(reads, rows, record.atMs));
  if (table.taken.length === 0) throw new ContractError('refused', { code: 'nothing-waiting' });
  const bytes = await writeFile(deps, format, table);
  return { exportId, bytes, ...described(shop, format, table, record.atMs) };
}

function formatOf(shop: ShopRow, name: string): ShipFormat {
  const format = SHIP_FORMATS[shop.platform].find((candidate) => candidate.format === name);
  if (format === undefined) throw new ContractError('not-found');
  return format;
}

function writeFile(deps: AppDeps, format: ShipFormat, { rows }: ShipTable<WaitingNumber>): Promise<Uint8Array> {
  const { table, encoding, hasByteOrderMark, sheet } = format;
  return deps.orderFiles.write({ format: table, encoding, hasByteOrderMark, sheet, rows });
}

/** The file's name by the platform's own clock, which is the one that the seller centre shows. */
function described(shop: ShopRow, format: ShipFormat, { taken, left }: ShipTable<WaitingNumber>, atMs: number) {
  const stamp = zonedText(atMs, FILE_PROFILES[shop.platform].zone).slice(0, 16).replace(/[-:]/g, '').replace(' ', '-');
  const faults = left.map(({ parcel, fault }) => faultOf(parcel, fault));
  return { fileName: `${format.format}-${stamp}.${format.extension}`, count: taken.length, faults };
}

function faultOf({ facts }: WaitingNumber, code: string): FileFaultView {
  return { line: 0, column: null, code, params: { order: facts.remoteOrderNumber } };
}
