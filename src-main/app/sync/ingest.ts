import { caseEventsOfFacts } from '../../core/case/fact-cases.ts';
import { applyEvent } from '../../core/order/apply.ts';
import { mergeFacts } from '../../core/order/merge.ts';
import type { Order } from '../../core/order/order.ts';
import { EMPTY_WORK, type WorkEvent } from '../../core/order/work.ts';
import type { CaseId, OrderId, ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { checkContextFor, withChecks } from '../orders/check-context.ts';
import { overtakenCorrection } from '../orders/overtaken-correction.ts';
import { partGone } from '../orders/part-gone.ts';
import type { OrderSnapshot } from '../ports/platform-connector.ts';
import { StoreError, type Writes } from '../ports/store.ts';
import { promiseOfShop } from '../shops/shop-promises.ts';
import { settleStock } from '../stock/settle-stock.ts';

/** What one batch of snapshots changed. */
export interface Ingested {
  readonly added: readonly OrderId[];
  readonly changed: readonly OrderId[];
}

type Tools = Pick<AppDeps, 'clock' | 'ids'>;

/**
 * Takes snapshots into the store inside a unit of work. The same snapshot twice changes nothing the second time. An
 * order whose stored row cannot be read is kept as an odd order: it must not take its page with it.
 */
export async function ingest(
  tools: Tools,
  tx: Writes,
  shopId: ShopId,
  snapshots: readonly OrderSnapshot[],
): Promise<Ingested> {
  const known = await tx.ordersByRemote(
    shopId,
    snapshots.map((snapshot) => snapshot.facts.remoteId),
  );
  const byRemoteId = new Map(known.map((order) => [order.facts.remoteId, order]));
  const promise = await promiseOfShop(tx, shopId);
  const added: OrderId[] = [];
  const changed: Order[] = [];
  for (const snapshot of snapshots) {
    const ours = byRemoteId.get(snapshot.facts.remoteId);
    if (ours === undefined) {
      const order = await addOrder(tools, tx, shopId, snapshot, promise(snapshot.facts.placedAtMs));
      if (order === null) continue;
      byRemoteId.set(snapshot.facts.remoteId, order);
      added.push(order.id);
    } else {
      const next = await updateOrder(tools, tx, ours, snapshot);
      if (next === null) continue;
      byRemoteId.set(snapshot.facts.remoteId, next);
      changed.push(next);
    }
  }
  const parted = await partGone(tools, tx, changed);
  return { added, changed: [...new Set([...changed.map((order) => order.id), ...parted])] };
}

/** Null when the order stands in the store already, in a row that could not be read. */
async function addOrder(
  tools: Tools,
  tx: Writes,
  shopId: ShopId,
  snapshot: OrderSnapshot,
  promisedMs: number | null,
): Promise<Order | null> {
  const nowMs = tools.clock.nowMs();
  const { facts } = snapshot;
  // An old order of a first sync was placed under other words.
  const promised: WorkEvent[] =
    promisedMs === null || promisedMs <= nowMs ? [] : [{ kind: 'promised', atMs: nowMs, untilMs: promisedMs }];
  const told = caseEventsOfFacts(null, { facts, work: EMPTY_WORK }, nowMs, () => tools.ids.next() as CaseId);
  const order = await checkedNow(tx, {
    id: tools.ids.next() as OrderId,
    shopId,
    facts,
    work: [...promised, ...told].reduce(applyEvent, EMPTY_WORK),
    checks: [],
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  });
  try {
    await tx.saveOrder(order);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'duplicate') throw error;
    const { remoteId } = facts;
    await tx.saveOddOrder({ shopId, remoteId, raw: snapshot.raw, reason: 'stored-row-unreadable', seenAtMs: nowMs });
    return null;
  }
  await tx.saveRawPayload(order.id, snapshot.raw, nowMs);
  await tx.appendJournal([
    { orderId: order.id, atMs: nowMs, actor: 'platform', commandId: null, body: { kind: 'pulled' } },
  ]);
  await tellWork(tx, order, promised, 'app');
  await tellWork(tx, order, told, 'platform');
  return order;
}

/** Null when the snapshot says nothing new. */
async function updateOrder(tools: Tools, tx: Writes, ours: Order, snapshot: OrderSnapshot): Promise<Order | null> {
  const merged = mergeFacts(ours.facts, snapshot.facts);
  const nowMs = tools.clock.nowMs();
  const { facts } = merged;
  const overtaken = overtakenCorrection({ ...ours, facts }, nowMs);
  const told = [
    ...(overtaken === null ? [] : [overtaken]),
    ...caseEventsOfFacts(ours, { facts, work: ours.work }, nowMs, () => tools.ids.next() as CaseId),
  ];
  const work = told.reduce(applyEvent, ours.work);
  const next = await checkedNow(tx, { ...ours, facts, work, updatedAtMs: nowMs });
  const isSame = !merged.isDifferent && JSON.stringify(next.checks) === JSON.stringify(ours.checks);
  if (isSame) return null;
  await tx.saveOrder(next);
  await settleStock(tx, ours, next, null);
  await tx.saveRawPayload(ours.id, snapshot.raw, nowMs);
  if (merged.changes.length > 0) {
    const { stage, rawStatus } = facts;
    await tx.appendJournal([
      {
        orderId: ours.id,
        atMs: nowMs,
        actor: 'platform',
        commandId: null,
        body: { kind: 'facts-changed', changes: merged.changes, stage, rawStatus },
      },
    ]);
  }
  await tellWork(tx, next, told, 'platform');
  return next;
}

/** What happened to the seller's own work without her, in the timeline. */
async function tellWork(
  tx: Writes,
  { id: orderId }: Order,
  events: readonly WorkEvent[],
  actor: 'app' | 'platform',
): Promise<void> {
  if (events.length === 0) return;
  await tx.appendJournal(
    events.map((event) => ({ orderId, atMs: event.atMs, actor, commandId: null, body: { kind: 'work', event } })),
  );
}

/** One by one, because each order of a page claims pieces before the next. */
async function checkedNow(tx: Writes, order: Order): Promise<Order> {
  return withChecks(order, await checkContextFor(tx, [order]));
}
