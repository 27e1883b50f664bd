import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { jsonInteger, type JsonNode, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome } from './errors.ts';
import { knownDetail } from './get-order.ts';
import { textOf } from './nodes.ts';
import { afterLook, DONE, looking, preparing, refusalIn, rejected, writeOutcome } from './outcomes.ts';
import { buyerLoginId } from './parse-detail-order.ts';
import { isOver } from './units-status.ts';

type Answer = EffectOf<'answer-case'>;

/** Grants or refuses a buyer's wish to cancel; the detail is read first, because the status filter is not exact. */
export async function answerCancel(context: ConnectorContext, effect: Answer): Promise<Outcome> {
  if (effect.action !== 'accept' && effect.action !== 'refuse') return rejected('not-supported');
  const detail = await preparing(knownDetail(context, effect.remoteId));
  if (!detail.ok) return detail.outcome;
  const state = stateOf(effect, detail.value);
  if (state.kind === 'done') return DONE;
  if (state.kind === 'failed') return rejected(state.code);
  const buyer = buyerLoginId(detail.value);
  if (buyer === null) return rejected('buyer-unknown');
  const request = { order_id: jsonInteger(effect.remoteId), buyer_login_id: buyer };
  const isAccept = effect.action === 'accept';
  const memo = isAccept || effect.text.trim() === '' ? {} : { memo: effect.text.trim() };
  const answer = await context.proxy.write(
    `aliexpress.trade.seller.order.${isAccept ? 'acceptcancel' : 'refusecancel'}`,
    { param_order_cancel_request: { ...request, ...memo } },
  );
  const outcome = answer.ok
    ? writeOutcome(refusalIn(member(answer.body, 'result') ?? answer.body, ['success', 'target'], ['error_code']))
    : faultOutcome(answer.fault, 'write', context.timings);
  return outcome.kind === 'rejected' ? afterLook(await confirmCancel(context, effect), outcome) : outcome;
}

export async function confirmCancel(context: ConnectorContext, effect: Answer): Promise<Confirmation> {
  return await looking(async () => stateOf(effect, await knownDetail(context, effect.remoteId)));
}

/** While the order is in IN_CANCEL nobody has answered; where it went from there tells the answer. */
function stateOf({ action }: Answer, detail: JsonNode): Confirmation {
  const status = textOf(detail, 'order_status') ?? '';
  if (status === 'IN_CANCEL') return { kind: 'not-done' };
  const isCancelled = isOver(status);
  if (isCancelled === (action === 'accept')) return DONE;
  return { kind: 'failed', code: isCancelled ? 'order-cancelled' : 'request-withdrawn' };
}
