import { type AfterSalePage, type OddOrder, PlatformFault } from '../../../app/ports/platform-connector.ts';
import { writeJson } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome } from './errors.ts';
import { parseRefund } from './parse-refund.ts';
import { fetchMessages, fetchOperations, fetchRefund } from './refund-reader.ts';
import { formerKinds } from './told-kinds.ts';
import { refundStage } from './units-refund.ts';

type Case = AfterSalePage['cases'][number];

export interface ReadRefund {
  readonly cases: readonly Case[];
  readonly odd: readonly OddOrder[];
}

/**
 * One refund in full: with what was said, and while it is open with what may be done. Nothing when the platform does not
 * know it any more. Throws PlatformFault when it could not be had for now.
 */
export async function readInFull(context: ConnectorContext, id: string): Promise<ReadRefund> {
  const { proxy, timings, notebook } = context;
  const found = await fetchRefund(proxy, id);
  if (!found.ok) {
    const outcome = faultOutcome(found.fault, 'read', timings);
    if (outcome.kind !== 'rejected' || outcome.code.startsWith('missing-role:')) throw new PlatformFault(outcome);
    return odd(id, '{}', outcome.code);
  }
  if (found.refund === null) return { cases: [], odd: [] };
  const isOpen = refundStage(found.refund) !== 'closed';
  const operations = isOpen ? await fetchOperations(proxy, id) : null;
  const told = await fetchMessages(proxy, id);
  const parsed = parseRefund(found.refund, told ?? [], operations);
  const raw = writeJson(found.node);
  if (parsed === null) return odd(id, raw, 'created');
  const { afterSale } = parsed;
  const former = await formerKinds(notebook, id, afterSale.kind);
  const warnings = told === null ? [...parsed.warnings, 'messages-unread'] : parsed.warnings;
  const closed = former.map((kind): Case => ({
    afterSale: { ...afterSale, kind, stage: 'closed', openActions: [], dueAtMs: null },
    raw,
    warnings: [],
  }));
  return { cases: [...closed, { afterSale, raw, warnings }], odd: [] };
}

const odd = (remoteId: string, raw: string, what: string): ReadRefund => ({
  cases: [],
  odd: [{ remoteId, raw, reason: `unreadable:${what}` }],
});
