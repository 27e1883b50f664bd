import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { PlatformFault, type OrderSnapshot, type PlatformConnector } from '../ports/platform-connector.ts';
import type { ReconcileDifference, ReconcileReport, ReconcileSummary } from '../ports/store-rows.ts';
import { ingest } from './ingest.ts';
import { announceOrders } from './sync-shop.ts';

/** Orders read one by one in one step; the pulls have their turn between two steps. */
const STEP = 20;
const MOST_DIFFERENCES = 500;
/** An order younger than this, beyond the shop's own cadence, was on its way and is not missed. */
const ON_ITS_WAY_MS = 15 * 60_000;

/** A comparison under way. */
export interface Reconciling {
  readonly checked: number;
  /** Open there, unknown or finished here. */
  readonly missing: ReadonlySet<string>;
  /** What is still to be read afresh. */
  readonly rest: readonly string[];
  readonly differences: readonly ReconcileDifference[];
  readonly counts: ReconcileSummary;
}

/** Compares our open orders with the platform's own list. Throws PlatformFault when that cannot be had. */
export async function beginReconcile(
  deps: Pick<AppDeps, 'store'>,
  shopId: ShopId,
  connector: PlatformConnector,
): Promise<Reconciling> {
  const theirs = new Set(await connector.listOpen());
  const ours = new Set(await deps.store.read.openRemoteIds(shopId));
  const missing = [...theirs].filter((remoteId) => !ours.has(remoteId));
  const stale = [...ours].filter((remoteId) => !theirs.has(remoteId));
  return {
    checked: new Set([...theirs, ...ours]).size,
    missing: new Set(missing),
    rest: [...missing, ...stale],
    differences: [],
    counts: { missing: 0, stale: 0, unreadable: 0 },
  };
}

export interface ReconcileStep {
  readonly next: Reconciling;
  /** How long the platform wants to be left alone; null: it said nothing. */
  readonly afterMs: number | null;
}

interface Read {
  readonly remoteId: string;
  readonly snapshot: OrderSnapshot | null;
}

/**
 * Reads the next few differences afresh and takes what the platform says. An order that cannot be read is reported so; a
 * platform that wants to be left alone, or lets nobody in, ends the step and keeps its order for the next one.
 */
export async function stepReconcile(
  deps: AppDeps,
  shopId: ShopId,
  connector: PlatformConnector,
  state: Reconciling,
): Promise<ReconcileStep> {
  const read: Read[] = [];
  let afterMs: number | null = null;
  for (const remoteId of state.rest.slice(0, STEP)) {
    try {
      read.push({ remoteId, snapshot: await connector.get(remoteId) });
    } catch (error) {
      if (!(error instanceof PlatformFault)) throw error;
      const { outcome } = error;
      if (outcome.kind === 'rejected') {
        read.push({ remoteId, snapshot: null });
        continue;
      }
      if (outcome.kind === 'needs-login' || ('code' in outcome && outcome.code === 'not-sent')) throw error;
      afterMs = outcome.kind === 'rate-limited' || outcome.kind === 'retry' ? outcome.afterMs : null;
      // Any other trouble may be this order's own: it is not asked for again tonight.
      if (outcome.kind !== 'rate-limited') read.push({ remoteId, snapshot: null });
      break;
    }
  }
  const found = await takeIn(deps, shopId, state, read, connector.manifest.pullEveryMs);
  const counts = {
    missing: state.counts.missing + countOf(found, 'missing'),
    stale: state.counts.stale + countOf(found, 'stale'),
    unreadable: state.counts.unreadable + countOf(found, 'unreadable'),
  };
  const differences = [...state.differences, ...found].slice(0, MOST_DIFFERENCES);
  return { afterMs, next: { ...state, rest: state.rest.slice(read.length), differences, counts } };
}

const countOf = (found: readonly ReconcileDifference[], kind: ReconcileDifference['kind']): number =>
  found.filter((difference) => difference.kind === kind).length;

async function takeIn(
  deps: AppDeps,
  shopId: ShopId,
  { missing }: Reconciling,
  read: readonly Read[],
  cadenceMs: number,
): Promise<ReconcileDifference[]> {
  if (read.length === 0) return [];
  const nowMs = deps.clock.nowMs();
  const ids = read.map(({ remoteId }) => remoteId);
  const before = new Map(
    (await deps.store.read.ordersByRemote(shopId, ids)).map((order) => [order.facts.remoteId, order]),
  );
  const snapshots = read.flatMap(({ snapshot }) => snapshot ?? []);
  const result = await deps.store.write((tx) => ingest(deps, tx, shopId, snapshots));
  await announceOrders(deps, [...result.added, ...result.changed]);
  const after = new Map(
    (await deps.store.read.ordersByRemote(shopId, ids)).map((order) => [order.facts.remoteId, order.id]),
  );
  return read.flatMap(({ remoteId, snapshot }): ReconcileDifference[] => {
    const old = before.get(remoteId)?.facts.stage ?? null;
    const orderId = after.get(remoteId) ?? null;
    if (snapshot === null) return [{ kind: 'unreadable', remoteId, orderId, before: old, after: null }];
    const { stage, placedAtMs } = snapshot.facts;
    const isOnItsWay = old === null && nowMs - placedAtMs < cadenceMs + ON_ITS_WAY_MS;
    // The lists mean different things by "open": what has the same stage in both is no difference.
    if (stage === old || isOnItsWay) return [];
    return [{ kind: missing.has(remoteId) ? 'missing' : 'stale', remoteId, orderId, before: old, after: stage }];
  });
}

/** Writes down what was found. */
export async function endReconcile(deps: AppDeps, shopId: ShopId, state: Reconciling): Promise<void> {
  const atMs = deps.clock.nowMs();
  const report: ReconcileReport = { atMs, checked: state.checked, differences: state.differences };
  await deps.store.write(async (tx) => {
    const shop = await tx.shop(shopId);
    if (shop === null) return;
    await tx.saveShop({ ...shop, lastReconcileMs: atMs, lastReconcile: state.counts });
    await tx.saveReconcileReport(shopId, report);
  });
  deps.log.info('reconciled', { shopId, checked: state.checked, ...state.counts });
}
