import { mergeFacts } from '../../core/order/merge.ts';
import type { Order } from '../../core/order/order.ts';
import { EMPTY_WORK } from '../../core/order/work.ts';
import type { CheckContext } from '../../core/order/checks.ts';
import type { OrderId, ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { checkContextFor, withChecks } from '../orders/check-context.ts';
import type { OrderSnapshot } from '../ports/platform-connector.ts';
import { StoreError, type Writes } from '../ports/store.ts';

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
  const skus = snapshots.flatMap((snapshot) => snapshot.facts.lines.map((line) => line.sku));
  const context = await checkContextFor(tx, skus);
  const added: OrderId[] = [];
  const changed: OrderId[] = [];
  for (const snapshot of snapshots) {
    const ours = byRemoteId.get(snapshot.facts.remoteId);
    if (ours === undefined) {
      const order = await addOrder(tools, tx, shopId, snapshot, context);
      if (order === null) continue;
      byRemoteId.set(snapshot.facts.remoteId, order);
      added.push(order.id);
    } else {
      const next = await updateOrder(tools, tx, ours, snapshot, context);
      if (next === null) continue;
      byRemoteId.set(snapshot.facts.remoteId, next);
      changed.push(ours.id);
    }
  }
  return { added, changed };
}

/** Null when the order stands in the store already, in a row that could not be read. */
async function addOrder(
  tools: Tools,
  tx: Writes,
  shopId: ShopId,
  snapshot: OrderSnapshot,
  context: CheckContext,
): Promise<Order | null> {
  const nowMs = tools.clock.nowMs();
  const order = withChecks(
    {
      id: tools.ids.next() as OrderId,
      shopId,
      facts: snapshot.facts,
      work: EMPTY_WORK,
      checks: [],
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    },
    context,
  );
  try {
    await tx.saveOrder(order);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'duplicate') throw error;
    const { remoteId } = snapshot.facts;
    await tx.saveOddOrder({ shopId, remoteId, raw: snapshot.raw, reason: 'stored-row-unreadable', seenAtMs: nowMs });
    return null;
  }
  await tx.saveRawPayload(order.id, snapshot.raw, nowMs);
  await tx.appendJournal([
    { orderId: order.id, atMs: nowMs, actor: 'platform', commandId: null, body: { kind: 'pulled' } },
  ]);
  return order;
}

/** Null when the snapshot says nothing new. */
async function updateOrder(
  tools: Tools,
  tx: Writes,
  ours: Order,
  snapshot: OrderSnapshot,
  context: CheckContext,
): Promise<Order | null> {
  const merged = mergeFacts(ours.facts, snapshot.facts);
  const nowMs = tools.clock.nowMs();
  const next = withChecks({ ...ours, facts: merged.facts, updatedAtMs: nowMs }, context);
  const isSame = !merged.isDifferent && JSON.stringify(next.checks) === JSON.stringify(ours.checks);
  if (isSame) return null;
  await tx.saveOrder(next);
  await tx.saveRawPayload(ours.id, snapshot.raw, nowMs);
  if (merged.changes.length > 0) {
    const { stage, rawStatus } = merged.facts;
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
  return next;
}
