import type { AppDeps } from '../deps.ts';
import type { PlatformConnector } from '../ports/platform-connector.ts';
import type { EffectRow } from '../ports/store-outbox.ts';
import type { PrintJobRow } from '../ports/store-printing.ts';
import { afterLabelAnswer, afterLabelRequest, failed } from '../printing/settle-job.ts';
import { keepPlatformLabel } from './keep-platform-label.ts';

/**
 * One step of a job that waits for its platform: is the order confirmed there, ask for the label, look for it. The
 * next row is returned, not stored; a label that came is stored first, so that a kill in between only asks again.
 */
export async function obtainLabel(deps: AppDeps, job: PrintJobRow, connector: PlatformConnector): Promise<PrintJobRow> {
  const nowMs = deps.clock.nowMs();
  const order = await deps.store.read.order(job.orderId);
  if (order === null) return failed(job, 'order-gone', { nowMs });
  if (order.facts.stage === 'cancelled') return failed(job, 'order-cancelled', { nowMs });
  const confirm = await latestConfirm(deps, job);
  if (confirm?.state === 'gave-up') return failed(job, 'confirm-failed', { nowMs });
  if (confirm !== null && confirm.settledAtMs === null)
    return { ...job, step: 'confirm', dueAtMs: nowMs + CONFIRM_POLL_MS };
  const now = { nowMs, random: deps.ids.random(), labelSinceMs: confirm?.settledAtMs ?? 0 };
  if (job.ticket === null) return afterLabelRequest(job, await connector.requestLabel(order.facts.remoteId), now);
  const answer = await connector.fetchLabel(order.facts.remoteId, job.ticket);
  if (answer.kind !== 'ready') return afterLabelAnswer(job, answer, now);
  const label = await keepPlatformLabel(deps, job.orderId, answer.document);
  return { ...job, state: 'queued', step: 'printer', labelId: label.id, attempts: 0, dueAtMs: nowMs };
}

/** The outbox wakes the printing when a confirm settles; this is only the net under it. */
const CONFIRM_POLL_MS = 2_000;

/** Null where the order was confirmed without us. */
async function latestConfirm(deps: AppDeps, job: PrintJobRow): Promise<EffectRow | null> {
  const rows = await deps.store.read.effectsOfOrder(job.orderId);
  return rows.findLast((row) => row.effect.kind === 'confirm' && row.state !== 'undone') ?? null;
}
