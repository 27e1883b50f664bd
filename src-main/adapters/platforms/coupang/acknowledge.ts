import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { jsonInteger } from '../shared/json.ts';
import { faultOutcome, writeOutcome } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { type BoxNow, boxNow } from './progress.ts';
import { isBoxId } from './read-sheet.ts';
import { isListed } from './units-status.ts';
import { verdictOn } from './verdicts.ts';

const pageName = (remoteId: string): string => `acknowledged:${remoteId}`;
const LOOK_AFTER_MS = 3_000;

/**
 * "Prepare the goods" (acknowledgement). When it is taken it is still to be looked for: WING may lag, and the address
 * that counts is the one on the sheet after it.
 */
export async function acknowledge(context: ConnectorContext, { remoteId }: EffectOf<'confirm'>): Promise<Outcome> {
  const { proxy, paths, settings, notebook, clock } = context;
  if (!isBoxId(remoteId)) return { kind: 'rejected', code: 'not-found' };
  const path = paths.vendor('v4', 'ordersheets/acknowledgement');
  const body = { vendorId: settings.vendorId, shipmentBoxIds: [jsonInteger(remoteId)] };
  const answer = await proxy.call({ method: 'PUT', path, body }, 'push');
  if (!answer.ok) return writeOutcome(answer.fault);
  const verdict = verdictOn(answer.body, remoteId);
  if (verdict === null) return { kind: 'unknown', code: 'unexpected-answer' };
  if (verdict.isDone) {
    await notebook.write(pageName(remoteId), String(clock.nowMs()));
    return { kind: 'accepted', confirmAfterMs: LOOK_AFTER_MS };
  }
  if (verdict.code === 'UNDEFINED_ERROR_OCCUR') return { kind: 'retry', code: verdict.code, afterMs: null };
  // Not from this status: it may be prepared already, which is all that was wanted.
  const progress = await acknowledged(context, await boxNow(context, remoteId), remoteId);
  return progress.kind === 'done' ? { kind: 'done' } : { kind: 'rejected', code: verdict.code };
}

export async function confirmAcknowledged(
  context: ConnectorContext,
  { remoteId }: EffectOf<'confirm'>,
): Promise<Confirmation> {
  return await acknowledged(context, await boxNow(context, remoteId), remoteId);
}

async function acknowledged(context: ConnectorContext, now: BoxNow, remoteId: string): Promise<Confirmation> {
  const { notebook, timings, clock } = context;
  if (now.kind === 'fault') return { kind: 'unknown', code: codeOf(now) };
  if (now.kind !== 'box') return now.kind === 'odd' ? { kind: 'unknown', code: 'unexpected-answer' } : lost(now.kind);
  const { status } = now.sheet;
  if (status === null || !isListed(status)) return { kind: 'unknown', code: 'unknown-status' };
  const takenAtMs = Number((await notebook.read(pageName(remoteId))) ?? Number.NaN);
  if (status !== 'ACCEPT') {
    if (!Number.isNaN(takenAtMs)) await notebook.write(pageName(remoteId), null);
    return { kind: 'done' };
  }
  if (Number.isNaN(takenAtMs)) return { kind: 'not-done' };
  // Taken, but WING lags.
  return Math.abs(clock.nowMs() - takenAtMs) < timings.acknowledgePatienceMs
    ? { kind: 'pending', afterMs: timings.acknowledgeLooksMs }
    : { kind: 'failed', code: 'acknowledge-lagging' };
}

/** A box that is shown no more, or never was, in the words of every confirmation. */
export const lost = (kind: 'gone' | 'unknown'): Confirmation => ({
  kind: 'failed',
  code: kind === 'gone' ? 'order-cancelled' : 'not-found',
});

/** The code of a look that failed. */
export function codeOf({ fault }: Extract<BoxNow, { readonly kind: 'fault' }>): string {
  const outcome = faultOutcome(fault, 'read');
  return outcome.kind === 'rate-limited' ? 'rate-limited' : outcome.code;
}
