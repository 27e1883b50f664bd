import type { AppDeps } from '../deps.ts';
import type { PlatformConnector } from '../ports/platform-connector.ts';
import type { EffectRow } from '../ports/store-outbox.ts';
import type { PrintJobRow } from '../ports/store-printing.ts';
import { afterLabelAnswer, afterLabelRequest, failed } from '../printing/settle-job.ts';
import { keepPlatformLabel } from './keep-platform-label.ts';
import { isBought, purchaseOf } from './purchase.ts';

/**
 * One step of a job that waits for its platform: is the order confirmed there, is the label bought where the platform
 * sells it, ask for the label, look for it. The next row is returned, not stored; a label that came is stored first, so
 * that a kill in between only asks again.
 */
export async function obtainLabel(deps: AppDeps, job: PrintJobRow, connector: PlatformConnector): Promise<PrintJobRow> {
  const nowMs = deps.clock.nowMs();
  const order = await deps.store.read.order(job.orderId);
  if (order === null) return failed(job, 'order-gone', { nowMs });
  if (order.facts.stage === 'cancelled') return failed(job, 'order-cancelled', { nowMs });
  const effects = await deps.store.read.effectsOfOrder(job.orderId);
  const confirm = latestConfirm(effects);
  if (confirm?.state === 'gave-up') return failed(job, 'confirm-failed', { nowMs });
  if (confirm !== null && confirm.settledAtMs === null)
    return { ...job, step: 'confirm', dueAtMs: nowMs + SETTLE_POLL_MS };
  const purchase = connector.manifest.labels === 'bought' ? afterPurchase(job, effects, nowMs) : SINCE_EVER;
  if ('state' in purchase) return purchase;
  const labelSinceMs = Math.max(confirm?.settledAtMs ?? 0, purchase.labelSinceMs);
  const now = { nowMs, random: deps.ids.random(), labelSinceMs };
  if (job.ticket === null) return afterLabelRequest(job, await connector.requestLabel(order.facts.remoteId), now);
  const answer = await connector.fetchLabel(order.facts.remoteId, job.ticket);
  if (answer.kind !== 'ready') return afterLabelAnswer(job, answer, now);
  const label = await keepPlatformLabel(deps, job.orderId, answer);
  return { ...job, state: 'queued', step: 'printer', labelId: label.id, attempts: 0, dueAtMs: nowMs };
}

/** The outbox wakes the printing when a confirm or a purchase settles; this is only the net under it. */
const SETTLE_POLL_MS = 2_000;
const SINCE_EVER = { labelSinceMs: 0 } as const;

/** The job while its label is not bought; since when the label can be had once it is. */
function afterPurchase(
  job: PrintJobRow,
  effects: readonly EffectRow[],
  nowMs: number,
): PrintJobRow | { readonly labelSinceMs: number } {
  const purchase = purchaseOf(effects);
  if (purchase === null) return failed(job, 'label-not-bought', { nowMs });
  if (purchase.state === 'gave-up') return failed(job, purchase.lastCode ?? 'purchase-failed', { nowMs });
  if (!isBought(purchase)) return { ...job, step: 'purchase', dueAtMs: nowMs + SETTLE_POLL_MS };
  return { labelSinceMs: purchase.settledAtMs ?? 0 };
}

/** Null where the order was confirmed without us. */
function latestConfirm(rows: readonly EffectRow[]): EffectRow | null {
  return rows.findLast((row) => row.effect.kind === 'confirm' && row.state !== 'undone') ?? null;
}
