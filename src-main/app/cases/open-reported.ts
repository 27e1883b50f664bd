import type { AfterSale } from '../../core/case/after-sale.ts';
import { commandForReport, hasLeftDesk } from '../../core/case/reported-case.ts';
import type { CaseId, CommandId, OrderId, ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { applyCommand } from '../orders/apply-command.ts';
import { checkContextFor } from '../orders/check-context.ts';
import type { Writes } from '../ports/store.ts';
import type { AfterSaleRow } from '../ports/store-after-sales.ts';

/** Reports of one shop that wait for their orders to leave; there are few. */
const MOST_WAITING = 500;

type Tools = Pick<AppDeps, 'clock' | 'ids' | 'preferences'>;

/**
 * Opens, changes or ends our case of the order that a platform's report is about, in the unit of work that keeps the
 * report: both are there or neither. `before`: what the report said until now. True when a case changed.
 */
export async function followReport(
  tools: Tools,
  tx: Writes,
  { id, orderId, afterSale: now }: AfterSaleRow,
  before: AfterSale | null,
): Promise<boolean> {
  // What ended before we first heard of it never was a case here: an old shop's first sync brings thousands.
  if (orderId === null || (before === null && now.stage === 'closed')) return false;
  const [order] = await tx.orders([orderId]);
  if (order === undefined) return false;
  const command = commandForReport(order, { id, now, before }, () => tools.ids.next() as CaseId);
  if (command === null) return false;
  const run = { commandId: tools.ids.next() as CommandId, actor: 'platform', holdMs: 0 } as const;
  const applied = await applyCommand(tools, tx, order, command, run, await checkContextFor(tx, [order]));
  return applied.ok;
}

/** Opens the cases of standing reports whose orders have left the desk since they came. Answers these orders. */
export async function openWaitingReports(
  deps: Tools & Pick<AppDeps, 'store'>,
  shopId: ShopId,
): Promise<readonly OrderId[]> {
  const waiting = await deps.store.read.reportsWithoutCase(shopId, MOST_WAITING);
  const orders = await deps.store.read.orders([...new Set(waiting.map(({ orderId }) => orderId))]);
  const left = new Set(orders.filter(hasLeftDesk).map((order) => order.id));
  const due = waiting.filter(({ orderId }) => left.has(orderId));
  if (due.length === 0) return [];
  return deps.store.write(async (tx) => {
    const opened: OrderId[] = [];
    for (const { id, orderId } of due) {
      const row = await tx.afterSale(id);
      if (row !== null && (await followReport(deps, tx, row, null))) opened.push(orderId);
    }
    return opened;
  });
}
