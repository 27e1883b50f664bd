import { type Confirmation, type Outcome, PlatformFault } from '../../../app/ports/platform-connector.ts';
import { type Money, moneyToDecimal } from '../../../core/money/money.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { jsonInteger, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome } from './errors.ts';
import { fetchIssue, findIssue } from './issues.ts';
import { truthOf } from './nodes.ts';
import { afterLook, DONE, looking, preparing, refusalIn, rejected, writeOutcome } from './outcomes.ts';
import { type Dispute, parseDispute, standingOffer } from './parse-dispute.ts';
import { sellerAddresses } from './seller-addresses.ts';

type Answer = EffectOf<'answer-case'>;
type Request =
  | { readonly ok: true; readonly name: string; readonly parameters: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: string };

/** Agrees to the buyer's solution, or puts another one beside it; to refuse is to offer nothing (issue.solution.save). */
export async function answerDispute(context: ConnectorContext, effect: Answer): Promise<Outcome> {
  const dispute = await preparing(fetchDispute(context, effect));
  if (!dispute.ok) return dispute.outcome;
  const state = stateOf(effect, dispute.value);
  if (state.kind === 'done') return DONE;
  if (state.kind === 'failed') return rejected(state.code);
  const request = await preparing(requestOf(context, effect, dispute.value));
  if (!request.ok) return request.outcome;
  if (!request.value.ok) return rejected(request.value.code);
  const answer = await context.proxy.write(request.value.name, request.value.parameters);
  const outcome = answer.ok
    ? writeOutcome(readRefusal(answer.body))
    : faultOutcome(answer.fault, 'write', context.timings);
  return outcome.kind === 'rejected' ? afterLook(await confirmDispute(context, effect), outcome) : outcome;
}

function readRefusal(body: unknown): string | null {
  const flag = truthOf(body, 'result_object');
  if (flag !== null) return flag ? null : 'refused';
  return refusalIn(member(body, 'result_object') ?? body, ['success', 'result'], ['error_code', 'code']);
}

export async function confirmDispute(context: ConnectorContext, effect: Answer): Promise<Confirmation> {
  return await looking(async () => stateOf(effect, await fetchDispute(context, effect)));
}

async function fetchDispute(context: ConnectorContext, effect: Answer): Promise<Dispute> {
  const listed = await findIssue(context, effect.orderRemoteId, effect.remoteId);
  const node = await fetchIssue(context, listed);
  const dispute = parseDispute(node, context.gateway.platformNowMs());
  if (dispute === null) throw new PlatformFault({ kind: 'rejected', code: 'unexpected-answer' });
  return { ...dispute, buyerLoginId: listed.buyerLoginId };
}

function stateOf(effect: Answer, dispute: Dispute): Confirmation {
  const { afterSale, sellers } = dispute;
  const isOver = afterSale.stage === 'closed';
  if (effect.action === 'accept') {
    if (dispute.isReached) return DONE;
    return isOver ? { kind: 'failed', code: 'case-closed' } : { kind: 'not-done' };
  }
  const wanted = refundOf(effect, dispute);
  const standing = standingOffer(sellers)?.refund ?? null;
  if (wanted !== null && standing?.minor === wanted.minor && standing.currency === wanted.currency) return DONE;
  return isOver || dispute.isReached ? { kind: 'failed', code: 'case-closed' } : { kind: 'not-done' };
}

/** The amount to offer, in the currency of the dispute; null when the seller named none in it. */
function refundOf({ action, amount }: Answer, { mostRefund, afterSale }: Dispute): Money | null {
  const currency = mostRefund?.currency ?? afterSale.amount?.currency ?? null;
  if (currency === null) return null;
  if (action === 'refuse') return { minor: 0, currency };
  return amount !== null && amount.currency === currency ? amount : null;
}

async function requestOf(context: ConnectorContext, effect: Answer, dispute: Dispute): Promise<Request> {
  if (effect.action === 'accept') return await agreement(context, effect, dispute);
  if (effect.action === 'offer' || effect.action === 'refuse') return counterOffer(effect, dispute);
  return { ok: false, code: 'not-supported' };
}

/** A return wants the address to send the goods to. */
async function agreement(
  context: ConnectorContext,
  { remoteId }: Answer,
  { acceptable, buyerLoginId }: Dispute,
): Promise<Request> {
  if (acceptable === null) return { ok: false, code: 'nothing-to-accept' };
  const isReturn = acceptable.type !== 'refund';
  const addressId = isReturn ? (await sellerAddresses(context)).refund : null;
  if (isReturn && addressId === null) return { ok: false, code: 'refund-address-missing' };
  const parameters = {
    issue_id: remoteId,
    buyer_login_id: buyerLoginId,
    solution_id: acceptable.id,
    return_address_id: addressId,
  };
  return { ok: true, name: 'aliexpress.issue.solution.agree', parameters };
}

function counterOffer(effect: Answer, dispute: Dispute): Request {
  const refund = refundOf(effect, dispute);
  if (refund === null) return { ok: false, code: 'amount-missing' };
  if (dispute.mostRefund !== null && refund.minor > dispute.mostRefund.minor)
    return { ok: false, code: 'amount-too-high' };
  const own = standingOffer(dispute.sellers);
  const answered = dispute.buyers.at(-1) ?? null;
  if (own === null && answered === null) return { ok: false, code: 'nothing-to-answer' };
  const dto = {
    issue_id: jsonInteger(effect.remoteId),
    buyer_login_id: dispute.buyerLoginId,
    add_seller_solution: own === null,
    add_solution_type: 'refund',
    refund_amount: jsonInteger(moneyToDecimal(refund)),
    refund_amount_currency: refund.currency,
    solution_context: effect.text.trim() || (refund.minor === 0 ? 'The refund is refused.' : 'Please see our offer.'),
    ...(own === null ? {} : { modify_seller_solution_id: jsonInteger(own.id) }),
    ...(own === null && answered !== null ? { buyer_solution_id: jsonInteger(answered.id) } : {}),
  };
  return { ok: true, name: 'aliexpress.issue.solution.save', parameters: { param_dto: dto } };
}
