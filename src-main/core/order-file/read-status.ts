import type { Alert, RemoteStage } from '../order/facts.ts';
import { plainTitle } from './column-title.ts';
import { firstValue, type FileRow } from './file-row.ts';
import type { FileProfile, FileStatus } from './profile.ts';

export interface OrderStatus {
  readonly stage: RemoteStage;
  readonly raw: string;
  readonly alerts: readonly Alert[];
}

/** A row's own status; null where its word is not known, or there is none. */
export function statusOf(row: FileRow, profile: FileProfile): FileStatus | null {
  const word = plainTitle(row.text('status'));
  return Object.hasOwn(profile.statuses, word) ? (profile.statuses[word] ?? null) : null;
}

/** Stages from the furthest back: an order is as far as the line that is furthest back. */
const PROGRESS: readonly RemoteStage[] = [
  'unknown',
  'not-ready',
  'to-confirm',
  'registering',
  'to-hand-over',
  'disputed',
  'declared',
  'in-transit',
  'rejected',
  'delivered',
  'replaced',
  'cancelled',
];

/** What the file says of the order's state. A word that nobody knows is kept, and leaves the stage unknown. */
export function readStatus(rows: readonly FileRow[], profile: FileProfile): OrderStatus {
  const raw = firstValue(rows, 'status') ?? '';
  if (raw === '') return { stage: profile.stageWithoutStatus, raw: '', alerts: refundAlerts(rows) };
  const known = rows.filter((row) => row.value('status') !== null).map((row) => statusOf(row, profile));
  const stages = known.map((status) => status?.stage ?? 'unknown');
  const stage = PROGRESS.find((candidate) => stages.includes(candidate)) ?? 'unknown';
  const alerts: Alert[] = [];
  if (known.some((status) => status?.isCancelAsked)) alerts.push('cancel-requested');
  if (known.some((status) => status?.isFrozen)) alerts.push('frozen');
  if (known.some((status) => status?.isRefundOpen)) alerts.push('refund-open');
  return { stage, raw, alerts: [...new Set([...alerts, ...refundAlerts(rows)])] };
}

/** Taobao's words for a refund that was never asked for, or is over. */
const NO_REFUND: ReadonlySet<string> = new Set(
  ['没有申请退款', '无退款申请', '无退款', '没有退款', '退款关闭', '退款成功', 'NO_REFUND', 'CLOSED', 'SUCCESS'].map(
    plainTitle,
  ),
);

function refundAlerts(rows: readonly FileRow[]): Alert[] {
  const isOpen = rows.some((row) => {
    const word = row.value('refund-status');
    return word !== null && !NO_REFUND.has(plainTitle(word));
  });
  return isOpen ? ['refund-open'] : [];
}
