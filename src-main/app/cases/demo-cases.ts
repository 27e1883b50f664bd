import type { Order } from '../../core/order/order.ts';
import type { CaseId, OrderId } from '../../core/shared/ids.ts';
import { addAttachment } from '../attachments/add-attachment.ts';
import type { AppDeps } from '../deps.ts';
import { runCommand } from '../orders/run-command.ts';
import type { DemoCase } from '../ports/demo.ts';
import type { ShopRow } from '../ports/store-rows.ts';

/** Opens, among the first orders of a demo shop, the cases that its seller would have opened by hand. */
export async function openDemoCases(deps: AppDeps, shop: ShopRow, added: readonly OrderId[]): Promise<void> {
  const cases = (await deps.demo.start()).cases.filter(({ platform }) => platform === shop.platform);
  if (cases.length === 0) return;
  const orders = await deps.store.read.orders(added);
  for (const wish of cases) {
    const order = newestFor(wish, orders);
    if (order !== undefined) await open(deps, order.id, wish);
  }
  deps.events.emit('afterSales.changed', { revision: await deps.store.read.revision() });
}

function newestFor({ stages }: DemoCase, orders: readonly Order[]): Order | undefined {
  return orders
    .filter(({ facts, work }) => stages.includes(facts.stage) && work.cases.length === 0)
    .toSorted((left, right) => right.facts.placedAtMs - left.facts.placedAtMs)[0];
}

async function open(deps: AppDeps, orderId: OrderId, wish: DemoCase): Promise<void> {
  const { kind, reason, note, dueInMs, file } = wish;
  const caseId = deps.ids.next() as CaseId;
  const dueAtMs = deps.clock.nowMs() + dueInMs;
  const command = { kind: 'open-case', caseId, caseKind: kind, reason, note, dueAtMs, afterSaleId: null } as const;
  await runCommand(deps, [orderId], () => command);
  if (file === null) return;
  const base64 = Buffer.from(file.text).toString('base64');
  await addAttachment(deps, { orderId, caseId, fileName: file.name, base64 });
}
