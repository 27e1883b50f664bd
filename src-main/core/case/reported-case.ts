import type { Command } from '../order/commands.ts';
import type { RemoteStage } from '../order/facts.ts';
import { isHandedOver } from '../order/lane-of.ts';
import type { Order } from '../order/order.ts';
import type { CaseKind, OpenCase } from '../order/work.ts';
import type { AfterSaleId, CaseId } from '../shared/ids.ts';
import type { AfterSale, AfterSaleKind } from './after-sale.ts';

/** Reports that are a case of ours once the goods are gone. Words alone (inquiry, review, message) are none. */
export const CASE_OPENING_KINDS = [
  'return',
  'refund',
  'exchange',
  'dispute',
  'claim',
  'chargeback',
] as const satisfies readonly (AfterSaleKind & CaseKind)[];

/** A report of a platform: what it says now, and what it said before; null: nothing. */
export interface CaseReport {
  readonly id: AfterSaleId;
  readonly now: AfterSale;
  readonly before: AfterSale | null;
}

type Subject = Pick<Order, 'facts' | 'work'>;

/**
 * What a platform's report asks of our cases of its order: to open one, once, when the goods have left; to change it when
 * the platform changes its kind or clock; to end it when the platform ends it. A case that the seller ended by hand stays
 * so until the platform takes it up again. Null: nothing.
 */
export function commandForReport(order: Subject, report: CaseReport, newCaseId: () => CaseId): Command | null {
  const { id, now, before } = report;
  const open = order.work.cases.find((one) => one.afterSaleId === id);
  if (now.stage === 'closed')
    return open === undefined ? null : { kind: 'close-case', caseId: open.id, outcome: 'by-platform' };
  const caseKind = openingKindOf(now);
  if (open !== undefined) return before === null ? null : changeFor(open, caseKind, now, before);
  const wasOurs = order.work.pastCases.some((past) => past.afterSaleId === id);
  const isTakenUp = !wasOurs || before?.stage === 'closed';
  if (caseKind === null || !isTakenUp || !hasLeftDesk(order)) return null;
  const { dueAtMs } = now;
  return { kind: 'open-case', caseId: newCaseId(), caseKind, reason: null, note: '', dueAtMs, afterSaleId: id };
}

/** The kind of case that a report opens; null: none. */
function openingKindOf({ kind }: AfterSale): CaseKind | null {
  return CASE_OPENING_KINDS.find((opening) => opening === kind) ?? null;
}

/** Only what the platform changed is taken over: a kind or a clock that the seller set stays where it did not. */
function changeFor(open: OpenCase, kind: CaseKind | null, now: AfterSale, before: AfterSale): Command | null {
  const caseKind = kind !== null && now.kind !== before.kind ? kind : open.kind;
  const dueAtMs = now.dueAtMs === before.dueAtMs ? open.dueAtMs : now.dueAtMs;
  if (caseKind === open.kind && dueAtMs === open.dueAtMs) return null;
  return { kind: 'change-case', caseId: open.id, caseKind, reason: open.reason, dueAtMs };
}

/** Stages in which the platform itself says that the goods are out of the house. */
const GONE: readonly RemoteStage[] = ['in-transit', 'disputed', 'delivered', 'rejected'];

/** True once nothing of the order is still to ship: until then its alert stops it, and a case would only hide it. */
export function hasLeftDesk({ facts, work }: Subject): boolean {
  const isOver = work.deliveredAtMs !== null || work.closedAtMs !== null;
  return (
    isOver || GONE.includes(facts.stage) || facts.cancellation?.afterHandOver === true || isHandedOver({ facts, work })
  );
}
