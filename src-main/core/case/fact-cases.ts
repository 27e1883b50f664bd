import type { CaseKind, WorkEvent } from '../order/work.ts';
import type { Order } from '../order/order.ts';
import type { CaseId } from '../shared/ids.ts';
import type { PlatformId } from '../shared/platform.ts';
import { hasLeftDesk } from './reported-case.ts';

type Subject = Pick<Order, 'facts' | 'work'>;

/** Platforms that report each dispute by itself, with its clock: there the report opens the case. */
const REPORT_DISPUTES: readonly PlatformId[] = ['aliexpress'];

interface FactCase {
  readonly kind: CaseKind;
  readonly stands: (order: Subject) => boolean;
}

const FACT_CASES: readonly FactCase[] = [
  // Before the goods leave, the check of the same name stops the order.
  { kind: 'frozen', stands: (order) => order.facts.alerts.includes('frozen') && hasLeftDesk(order) },
  {
    kind: 'dispute',
    stands: ({ facts }) => facts.stage === 'disputed' && !REPORT_DISPUTES.includes(facts.platform),
  },
];

/**
 * Cases that a platform tells of by the order's own state alone: opened when the state begins, ended when it is over. A
 * case that the seller ended before stays ended. `before`: the order until now; null: never seen.
 */
export function caseEventsOfFacts(
  before: Subject | null,
  now: Subject,
  atMs: number,
  newCaseId: () => CaseId,
): WorkEvent[] {
  return FACT_CASES.flatMap(({ kind, stands }): WorkEvent[] => {
    const [stood, stays] = [before !== null && stands(before), stands(now)];
    if (stood === stays) return [];
    const open = now.work.cases.find((one) => one.kind === kind && one.afterSaleId === null);
    if (!stays)
      return open === undefined ? [] : [{ kind: 'case-closed', atMs, caseId: open.id, outcome: 'by-platform' }];
    if (open !== undefined) return [];
    const opened = { caseId: newCaseId(), caseKind: kind, reason: null, note: '', dueAtMs: null, afterSaleId: null };
    return [{ kind: 'case-opened', atMs, ...opened }];
  });
}
