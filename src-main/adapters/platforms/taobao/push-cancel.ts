import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { CLOSE_REASONS } from './cancel-reasons.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, outcomeCode } from './errors.ts';
import { cancelProgress } from './progress.ts';
import { confirmationOf } from './push-tracking.ts';
import { fetchShape } from './reader.ts';
import { isUnpaid } from './units-status.ts';

/** Closes a trade that nobody has paid; anything else ends by a refund of the buyer. */
export async function pushCancel(context: ConnectorContext, effect: EffectOf<'cancel'>): Promise<Outcome> {
  const { proxy, timings } = context;
  const reason = Object.hasOwn(CLOSE_REASONS, effect.reasonId) ? CLOSE_REASONS[effect.reasonId] : undefined;
  if (reason === undefined) return { kind: 'rejected', code: 'cancel-reason-invalid' };
  const found = await fetchShape(proxy, effect.remoteId);
  if (!found.ok) return faultOutcome(found.fault, 'read', timings);
  if (found.trade === null) return { kind: 'rejected', code: 'order-unknown' };
  if (cancelProgress(found.trade).kind === 'done') return { kind: 'done' };
  if (!isUnpaid(found.trade)) return { kind: 'rejected', code: 'paid-needs-refund' };
  const answer = await proxy.call('taobao.trade.close', { tid: effect.remoteId, close_reason: reason });
  return answer.ok ? { kind: 'done' } : faultOutcome(answer.fault, 'write', timings);
}

export async function confirmCancel(context: ConnectorContext, effect: EffectOf<'cancel'>): Promise<Confirmation> {
  const { proxy, timings } = context;
  const found = await fetchShape(proxy, effect.remoteId);
  if (!found.ok) return { kind: 'unknown', code: outcomeCode(faultOutcome(found.fault, 'read', timings)) };
  if (found.trade === null) return { kind: 'failed', code: 'order-unknown' };
  return confirmationOf(cancelProgress(found.trade));
}
