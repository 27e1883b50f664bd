import type { Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, faultOutcome } from './errors.ts';
import { offerIdOf } from './label-offers.ts';
import { childrenOf } from './progress.ts';
import { fetchShape } from './reader.ts';
import type { TradeShape } from './schema.ts';
import { defaultAddress } from './seller-addresses.ts';
import { hasOpenRefund, isFrozen, isToShip, isUnpaid } from './units-status.ts';
import { fetchBranches } from './waybill-branches.ts';
import type { WaybillParts } from './waybill-request.ts';
import { fetchTemplates, templateFor } from './waybill-templates.ts';

type Prepared =
  | { readonly ok: true; readonly parts: Omit<WaybillParts, 'mark'> }
  | { readonly ok: false; readonly outcome: Outcome };

/** Everything that a waybill is asked for with, read afresh: the buyer may have moved since the order came in. */
export async function prepareWaybill(context: ConnectorContext, effect: EffectOf<'buy-label'>): Promise<Prepared> {
  const failed = (fault: CallFault): Prepared => ({ ok: false, outcome: faultOutcome(fault, 'read', context.timings) });
  const found = await fetchShape(context.proxy, effect.remoteId);
  if (!found.ok) return failed(found.fault);
  const obstacle = found.trade === null ? 'order-unknown' : obstacleTo(found.trade, effect);
  if (found.trade === null || obstacle !== null) return rejected(obstacle ?? 'order-unknown');
  const known = await fetchBranches(context);
  if (!known.ok) return failed(known.fault);
  const branch = known.branches.find((one) => offerIdOf(one) === effect.offer.id);
  if (branch === undefined) return rejected('rates-expired');
  const layouts = await fetchTemplates(context);
  if (!layouts.ok) return failed(layouts.fault);
  const template = templateFor(layouts.templates, branch, context.settings.waybillTemplate);
  if (template === null) return rejected('no-template');
  const owner = await context.seller();
  if (!owner.ok) return failed(owner.fault);
  const sender = await senderOf(context);
  if (!sender.ok) return sender;
  const parts = { trade: found.trade, effect, branch, templateUrl: template.standard_template_url };
  return { ok: true, parts: { ...parts, seller: owner.seller, sender: sender.sender } };
}

const rejected = (code: string): Prepared & { readonly ok: false } => ({
  ok: false,
  outcome: { kind: 'rejected', code },
});

/** Why a number must not be taken for this parcel; null when it may. */
function obstacleTo(trade: TradeShape, effect: EffectOf<'buy-label'>): string | null {
  const inside = childrenOf(trade, effect).filter(isToShip);
  if (inside.length === 0) return 'nothing-to-ship';
  if (isUnpaid(trade)) return 'order-unpaid';
  if (isFrozen(trade)) return 'shipping-forbidden';
  return inside.some(hasOpenRefund) ? 'refund-open' : null;
}

/** Who sends: the shop's setting, else the contact of the seller's default place. */
async function senderOf(
  context: ConnectorContext,
): Promise<{ readonly ok: true; readonly sender: WaybillParts['sender'] } | (Prepared & { readonly ok: false })> {
  const { senderName, senderMobile } = context.settings;
  if (senderName !== '' && senderMobile !== '') return { ok: true, sender: { name: senderName, mobile: senderMobile } };
  const found = await defaultAddress(context, 'get_def');
  if (!found.ok) return { ok: false, outcome: faultOutcome(found.fault, 'read', context.timings) };
  const name = senderName || (found.address?.contact_name ?? '');
  const mobile = senderMobile || (found.address?.mobile_phone ?? found.address?.phone ?? '');
  return name === '' || mobile === '' ? rejected('sender-address-missing') : { ok: true, sender: { name, mobile } };
}
