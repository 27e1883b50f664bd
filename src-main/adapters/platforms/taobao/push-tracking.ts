import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { member } from '../shared/json.ts';
import { fetchCompanies } from './carriers.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, outcomeCode, type Refused } from './errors.ts';
import { planShipment } from './plan-shipment.ts';
import { type Progress, trackingProgress } from './progress.ts';
import { fetchShape } from './reader.ts';
import type { TradeShape } from './schema.ts';
import { sendFault } from './send-errors.ts';

type Push = EffectOf<'push-tracking'>;

/**
 * Declares a parcel, or puts its number right. The trade is read first: what stands there already is done, and how it was
 * split decides the call. Never throws for what a platform may do.
 */
export async function pushTracking(context: ConnectorContext, effect: Push): Promise<Outcome> {
  const looked = await look(context, effect);
  if (!looked.ok) return faultOutcome(looked.fault, 'read', context.timings);
  if (looked.trade === null) return { kind: 'rejected', code: 'order-unknown' };
  if (looked.progress.kind === 'done') return { kind: 'done' };
  if (looked.progress.kind === 'impossible') return { kind: 'rejected', code: looked.progress.code };
  return await send(context, effect, looked.trade, false);
}

async function send(context: ConnectorContext, effect: Push, trade: TradeShape, wasSplit: boolean): Promise<Outcome> {
  const { proxy, timings } = context;
  const plan = planShipment(trade, effect, wasSplit);
  if (!plan.ok) return { kind: 'rejected', code: plan.code };
  const answer = await proxy.call(plan.api, plan.parameters);
  if (answer.ok) {
    const isSuccess = member(member(answer.body, 'shipping'), 'is_success');
    return isSuccess === false ? { kind: 'rejected', code: 'not-accepted' } : { kind: 'done' };
  }
  const { outcome, isPerhapsDone, isSplit } = sendFault(answer.fault, timings);
  if (!isPerhapsDone && !(isSplit && !wasSplit)) return outcome;
  const again = await look(context, effect);
  if (!again.ok) return { kind: 'unknown', code: outcomeCode(faultOutcome(again.fault, 'read', timings)) };
  if (again.trade === null) return outcome;
  if (again.progress.kind === 'done') return { kind: 'done' };
  return isSplit && !wasSplit ? await send(context, effect, again.trade, true) : outcome;
}

/** Looks whether every child of the parcel carries the number. */
export async function confirmTracking(context: ConnectorContext, effect: Push): Promise<Confirmation> {
  const looked = await look(context, effect);
  if (!looked.ok) return { kind: 'unknown', code: outcomeCode(faultOutcome(looked.fault, 'read', context.timings)) };
  return looked.trade === null ? { kind: 'failed', code: 'order-unknown' } : confirmationOf(looked.progress);
}

export function confirmationOf(progress: Progress): Confirmation {
  if (progress.kind === 'impossible') return { kind: 'failed', code: progress.code };
  return { kind: progress.kind === 'done' ? 'done' : 'not-done' };
}

type Looked =
  | { readonly ok: true; readonly trade: TradeShape; readonly progress: Progress }
  | { readonly ok: true; readonly trade: null }
  | Refused;

/** The trade, and what it shows of the effect. */
async function look(context: ConnectorContext, effect: Push): Promise<Looked> {
  const found = await fetchShape(context.proxy, effect.remoteId);
  if (!found.ok || found.trade === null) return found.ok ? { ok: true, trade: null } : found;
  // Trades name the carrier, calls its code; it only matters where the carrier alone is corrected.
  const isCarrierWrong = effect.replaces?.trackingNumber === effect.trackingNumber;
  const known = isCarrierWrong ? await fetchCompanies(context) : null;
  if (known?.ok === false) return known;
  const name = known?.companies.find((company) => company.code === effect.carrier)?.name ?? effect.carrier;
  return {
    ok: true,
    trade: found.trade,
    progress: trackingProgress(found.trade, effect, known === null ? null : name),
  };
}
