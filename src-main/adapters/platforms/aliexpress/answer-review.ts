import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { jsonInteger } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome } from './errors.ts';
import { idOf, textOf } from './nodes.ts';
import { afterLook, looking, refusalIn, rejected, writeOutcome } from './outcomes.ts';
import { fetchReviews } from './review-cases.ts';

type Answer = EffectOf<'answer-case'>;

/** Replies to a review, which can be done once (aliexpress.evaluation.evaluation.reply). */
export async function answerReview(context: ConnectorContext, effect: Answer): Promise<Outcome> {
  const text = effect.text.trim();
  if (effect.action !== 'reply') return rejected('not-supported');
  if (text === '') return rejected('text-missing');
  if (effect.orderRemoteId === null) return rejected('order-unknown');
  const parameters = { child_order_id: effect.remoteId, parent_order_id: effect.orderRemoteId, text };
  const answer = await context.proxy.write('aliexpress.evaluation.evaluation.reply', parameters);
  const outcome = answer.ok
    ? writeOutcome(refusalIn(answer.body, ['target'], ['error_code']))
    : faultOutcome(answer.fault, 'write', context.timings);
  return outcome.kind === 'rejected' ? afterLook(await confirmReview(context, effect), outcome) : outcome;
}

export async function confirmReview(context: ConnectorContext, effect: Answer): Promise<Confirmation> {
  return await looking(async () => {
    if (effect.orderRemoteId === null) return { kind: 'failed', code: 'order-unknown' };
    const reviews = await fetchReviews(context, { parent_order_ids: [jsonInteger(effect.orderRemoteId)] });
    const mine = reviews.find((node) => idOf(node, 'order_id') === effect.remoteId);
    if (mine === undefined) return { kind: 'failed', code: 'case-unknown' };
    const reply = textOf(mine, 'seller_reply');
    if (reply === null) return { kind: 'not-done' };
    return reply === effect.text.trim() ? { kind: 'done' } : { kind: 'failed', code: 'replied-otherwise' };
  });
}
