import type { OrderFacts, RemoteParcel } from '../order/facts.ts';
import { type FileFault, isRowFault } from './file-fault.ts';
import type { FileField } from './fields.ts';
import { firstValue, type FileRow, type TableRow } from './file-row.ts';
import { groupRows, type RowGroup } from './group-rows.ts';
import type { ColumnFields } from './match-columns.ts';
import type { FileProfile } from './profile.ts';
import { readAmount } from './read-amount.ts';
import { readBuyer } from './read-buyer.ts';
import { readFileTime } from './read-date.ts';
import { currencyOf, readLines } from './read-lines.ts';
import { readParcels } from './read-parcels.ts';
import { readStatus } from './read-status.ts';

/** One order out of a file, with the rows that it was read from. */
export interface FileOrder {
  readonly facts: OrderFacts;
  readonly rows: readonly TableRow[];
}

export interface ReadOrders {
  readonly orders: readonly FileOrder[];
  readonly faults: readonly FileFault[];
}

/**
 * The orders of a table whose title row is cut off. An order with a row that cannot be used is left out whole, the rest
 * of the file is not touched by it. `nowMs` stands in for the time of an order that the file dates nowhere.
 */
export function readOrders(
  rows: readonly TableRow[],
  columns: ColumnFields,
  profile: FileProfile,
  nowMs: number,
): ReadOrders {
  const { groups, faults: rowFaults } = groupRows(rows, columns, profile);
  const faults = [...rowFaults];
  const orders: FileOrder[] = [];
  for (const group of groups) {
    const read = readOrder(group, profile, nowMs);
    faults.push(...read.faults);
    if (read.faults.some((fault) => isRowFault(fault.code))) continue;
    orders.push({ facts: read.facts, rows: group.rows.map(({ line, cells }) => ({ line, cells })) });
  }
  return { orders, faults: faults.sort((left, right) => left.line - right.line) };
}

function readOrder({ unit, rows }: RowGroup, profile: FileProfile, nowMs: number) {
  const { lines, faults: lineFaults } = readLines(unit, rows, profile);
  const { facts: buyer, faults: buyerFaults } = readBuyer(rows, profile);
  const { stage, raw, alerts } = readStatus(rows, profile);
  const times = readTimes(rows, profile);
  const statusFaults = stage === 'unknown' && raw !== '' ? faultsAt(rows, 'status', 'status-unknown') : [];
  const parcels = readParcels(rows, lines, times.shippedAtMs);
  const facts: OrderFacts = {
    platform: profile.platform,
    remoteId: unit,
    remoteOrderNumber: firstValue(rows, 'order-number') ?? unit,
    stage,
    rawStatus: raw,
    rawSubstatus: null,
    placedAtMs: times.placedAtMs ?? nowMs,
    shipByMs: times.shipByMs,
    deliverByMs: times.deliverByMs,
    lines,
    ...buyer,
    isAddressSealed: false,
    steps: ['push-tracking'],
    openSteps: null,
    alerts,
    // Ozon gives the number itself; elsewhere it is what the seller told the platform.
    trackingNumber: profile.platform === 'ozon' ? (parcels[0]?.trackingNumber ?? null) : null,
    remoteParcels: parcels,
    total: readTotal(rows, profile),
    service: firstValue(rows, 'service'),
    cancellation:
      stage === 'cancelled'
        ? { reason: firstValue(rows, 'cancel-reason') ?? '', by: 'unknown', afterHandOver: false }
        : null,
    scanCodes: [],
  };
  return { facts, faults: [...lineFaults, ...buyerFaults, ...times.faults, ...statusFaults] };
}

interface Times {
  readonly placedAtMs: number | null;
  readonly shipByMs: number | null;
  readonly deliverByMs: number | null;
  readonly shippedAtMs: RemoteParcel['shippedAtMs'];
  readonly faults: readonly FileFault[];
}

function readTimes(rows: readonly FileRow[], profile: FileProfile): Times {
  const faults: FileFault[] = [];
  const read = (field: FileField, isFaultTold: boolean) => {
    const cell = firstValue(rows, field);
    const time = cell === null ? null : readFileTime(cell, profile.zone);
    if (cell !== null && time === null && isFaultTold) faults.push(...faultsAt(rows, field, 'date-unreadable'));
    return time;
  };
  const [placed, shipBy] = [read('placed-at', true), read('ship-by', true)];
  const [paid, deliverBy, shipped] = [read('paid-at', false), read('deliver-by', false), read('shipped-at', false)];
  return {
    placedAtMs: placed?.atMs ?? paid?.atMs ?? null,
    shipByMs: shipBy?.lastMs ?? null,
    deliverByMs: deliverBy?.lastMs ?? null,
    shippedAtMs: shipped?.atMs ?? null,
    faults,
  };
}

/** The fault stands at the row that holds the cell. */
function faultsAt(rows: readonly FileRow[], field: FileField, code: FileFault['code']): FileFault[] {
  const row = rows.find((candidate) => candidate.value(field) !== null);
  return row === undefined ? [] : [{ line: row.line, field, code }];
}

function readTotal(rows: readonly FileRow[], profile: FileProfile): OrderFacts['total'] {
  const row = rows.find((candidate) => candidate.value('total') !== null);
  return row === undefined ? null : readAmount(row.text('total'), currencyOf(row, profile));
}
