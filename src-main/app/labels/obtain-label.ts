import type { LabelId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { PlatformConnector } from '../ports/platform-connector.ts';
import type { LabelRow, PrintJobRow } from '../ports/store-printing.ts';
import { afterLabelAnswer, afterLabelRequest, failed } from '../printing/settle-job.ts';

/**
 * One step of a job that waits for its platform: is the order confirmed there, ask for the label, look for it. The
 * next row is returned, not stored; a label that came is stored first, so that a kill in between only asks again.
 */
export async function obtainLabel(deps: AppDeps, job: PrintJobRow, connector: PlatformConnector): Promise<PrintJobRow> {
  const now = { nowMs: deps.clock.nowMs(), random: deps.ids.random() };
  const order = await deps.store.read.order(job.orderId);
  if (order === null) return failed(job, 'order-gone', now);
  if (order.facts.stage === 'cancelled') return failed(job, 'order-cancelled', now);
  const confirmation = await confirmState(deps, job);
  if (confirmation === 'gave-up') return failed(job, 'confirm-failed', now);
  if (confirmation === 'waiting') return { ...job, step: 'confirm', dueAtMs: now.nowMs + CONFIRM_POLL_MS };
  if (job.ticket === null) return afterLabelRequest(job, await connector.requestLabel(order.facts.remoteId), now);
  const answer = await connector.fetchLabel(order.facts.remoteId, job.ticket);
  if (answer.kind !== 'ready') return afterLabelAnswer(job, answer, now);
  const label: LabelRow = {
    id: deps.ids.next() as LabelId,
    orderId: job.orderId,
    parcelId: job.parcelId,
    source: 'platform',
    fileName: null,
    document: answer.document,
    sha256: deps.sha256(answer.document.bytes),
    createdAtMs: now.nowMs,
  };
  await deps.store.write((tx) => tx.saveLabel(label));
  return { ...job, state: 'queued', step: 'printer', labelId: label.id, attempts: 0, dueAtMs: now.nowMs };
}

/** The outbox wakes the printing when a confirm settles; this is only the net under it. */
const CONFIRM_POLL_MS = 2_000;

async function confirmState(deps: AppDeps, job: PrintJobRow): Promise<'done' | 'waiting' | 'gave-up'> {
  const rows = await deps.store.read.effectsOfOrder(job.orderId);
  const latest = rows.filter((row) => row.effect.kind === 'confirm' && row.state !== 'undone').at(-1);
  if (latest === undefined || latest.state === 'done' || latest.state === 'by-hand') return 'done';
  return latest.state === 'gave-up' ? 'gave-up' : 'waiting';
}
