import { type LabelOffer, type LabelOffers, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { EffectItem } from '../../../core/order/effects.ts';
import { type CarrierRule, carrierRuleOf } from './carrier-rule.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { childrenOf } from './progress.ts';
import { fetchShape } from './reader.ts';
import type { TaobaoSettings } from './settings.ts';
import { hasOpenRefund } from './units-status.ts';
import { fetchBranches, type WaybillBranch } from './waybill-branches.ts';
import { fetchTemplates, templateFor } from './waybill-templates.ts';

/**
 * The branches from which a waybill can be taken: the preferred ones first, those with something against them last. A
 * number has no price of its own here: it comes off the balance or onto the monthly account. Throws PlatformFault.
 */
export async function labelOffers(
  context: ConnectorContext,
  tid: string,
  items: readonly EffectItem[] | null,
): Promise<LabelOffers> {
  const { proxy, timings, settings } = context;
  const { trade } = orThrow(await fetchShape(proxy, tid), timings);
  if (trade === null) throw new PlatformFault({ kind: 'rejected', code: 'order-unknown' });
  const { branches } = orThrow(await fetchBranches(context), timings);
  const { templates } = orThrow(await fetchTemplates(context), timings);
  const rule = carrierRuleOf(trade.logistics_infos);
  const isRefunding = childrenOf(trade, { items }).some(hasOpenRefund);
  const found = branches.map((branch) => ({
    branch,
    offer: toOffer(branch, rule, isRefunding),
    hasTemplate: templateFor(templates, branch, settings.waybillTemplate) !== null,
  }));
  const offers = found
    .filter(({ hasTemplate }) => hasTemplate)
    .sort((left, right) => rank(left, settings) - rank(right, settings))
    .map(({ offer }) => offer);
  const refused = found
    .filter(({ hasTemplate }) => !hasTemplate)
    .map(({ offer }) => ({ service: offer.service, code: 'no-template' }));
  return { offers, refused };
}

/** Names a branch and a place it fetches from, to be found again when it is bought. */
export const offerIdOf = ({ cpCode, branchCode, from }: WaybillBranch): string =>
  [cpCode, branchCode, from.waybill_address_id ?? ''].join('|');

function toOffer(branch: WaybillBranch, rule: CarrierRule, isRefunding: boolean): LabelOffer {
  const warnings = [
    ...(branch.balance === 0 ? ['no-balance'] : []),
    ...(rule.allows(branch.cpCode) ? [] : ['carrier-not-allowed']),
    ...(isRefunding ? ['refund-open'] : []),
  ];
  return {
    id: offerIdOf(branch),
    carrier: branch.cpCode,
    service: [branch.cpCode, branch.branchName].filter((part) => part !== '').join(' · '),
    price: null,
    deliverByMs: null,
    timeliness: null,
    isBuyersChoice: rule.suggests(branch.cpCode),
    warnings,
  };
}

interface Ranked {
  readonly branch: WaybillBranch;
  readonly offer: LabelOffer;
}

function rank({ branch, offer }: Ranked, { waybillCarrier, waybillBranch }: TaobaoSettings): number {
  const isPreferred =
    (waybillCarrier === '' || branch.cpCode === waybillCarrier) &&
    (waybillBranch === '' || branch.branchCode === waybillBranch);
  return (offer.warnings.length > 0 ? 4 : 0) + (isPreferred ? 0 : 2) + (offer.isBuyersChoice ? 0 : 1);
}
