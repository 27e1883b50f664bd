import type { AfterSalePage } from '../../../app/ports/platform-connector.ts';
import type { AfterSale } from '../../../core/case/after-sale.ts';
import { writeJson } from '../shared/json.ts';
import { isOfThisOne, readFault } from './call-fault.ts';
import type { CaseCursor } from './case-cursor.ts';
import type { ConnectorContext } from './context.ts';
import { parseReceipt } from './parse-receipt.ts';
import { readReceipt, readWithdrawal, type Withdrawal } from './read-receipt.ts';
import { dayStartMs, readSeoulTime } from './seoul-time.ts';

const LOOKS_A_PULL = 10;
type Found = AfterSalePage['cases'][number];

export interface RecheckedReceipts {
  readonly found: readonly Found[];
  /** How many of the list are settled. */
  readonly looked: number;
  /** Requests that are over. */
  readonly over: readonly string[];
}

/** Looks at some of the requests that no list showed. Throws PlatformFault when not even one could be looked at. */
export async function recheckReceipts(
  context: ConnectorContext,
  cursor: CaseCursor,
  waiting: readonly string[],
): Promise<RecheckedReceipts> {
  const found: Found[] = [];
  const over: string[] = [];
  let looked = 0;
  for (const id of waiting.slice(0, LOOKS_A_PULL)) {
    const day = cursor.receipts.find((one) => one.id === id)?.day ?? 0;
    const seen = await look(context, id, dayStartMs(day));
    if (!seen.ok && !isOfThisOne(seen.fault)) {
      if (looked === 0) throw readFault(seen.fault);
      break;
    }
    looked += 1;
    // It stays watched and is looked at again in the next round.
    if (!seen.ok) continue;
    if (seen.found !== null) found.push(seen.found);
    if (seen.found === null || seen.found.afterSale.stage === 'closed') over.push(id);
  }
  return { found, looked, over };
}

async function look(context: ConnectorContext, receiptId: string, openedAtMs: number) {
  const read = await readReceipt(context, receiptId, 'background');
  if (!read.ok) return read;
  if (read.node !== null) {
    const parsed = parseReceipt(read.node);
    const { node } = read;
    return {
      ok: true as const,
      found: parsed.ok ? { afterSale: parsed.afterSale, raw: writeJson(node), warnings: parsed.warnings } : null,
    };
  }
  const withdrawn = await readWithdrawal(context, receiptId);
  if (!withdrawn.ok) return withdrawn;
  const afterSale = await closedCase(context, receiptId, openedAtMs, withdrawn.withdrawal);
  const raw = writeJson(withdrawn.withdrawal?.node ?? { receiptId, isGone: true });
  const warnings = withdrawn.withdrawal === null ? ['case-vanished'] : [];
  return { ok: true as const, found: { afterSale, raw, warnings } };
}

/** A request that is shown no more, with what was last seen of it. */
async function closedCase(
  context: ConnectorContext,
  receiptId: string,
  openedAtMs: number,
  withdrawal: Withdrawal | null,
): Promise<AfterSale> {
  const known =
    (await context.cases.recall('cancel-request', receiptId)) ?? (await context.cases.recall('return', receiptId));
  const updatedAtMs = readSeoulTime(withdrawal?.createdAt ?? null) ?? known?.updatedAtMs ?? openedAtMs;
  const rawStatus = withdrawal === null ? 'VANISHED' : 'WITHDRAWN';
  const end = { stage: 'closed', rawStatus, openActions: [], dueAtMs: null, updatedAtMs } as const;
  if (known !== null) return { ...known, ...end };
  return {
    platform: 'coupang',
    kind: 'return',
    remoteId: receiptId,
    orderRemoteId: null,
    orderNumber: withdrawal?.orderId ?? null,
    reason: null,
    messages: [],
    amount: null,
    items: [],
    rating: null,
    trackingNumber: null,
    carrier: null,
    openedAtMs,
    ...end,
  };
}
