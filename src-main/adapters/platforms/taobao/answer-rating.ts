import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { member, plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, outcomeCode } from './errors.ts';
import { RATING_FIELDS } from './pull-ratings.ts';
import { rows } from './rows.ts';

type Answer = EffectOf<'answer-case'>;

/** Explains a rating, once: Tmall shops only (taobao.traderate.explain.add). */
export async function replyToRating(context: ConnectorContext, effect: Answer): Promise<Outcome> {
  const words = effect.text.trim();
  if (effect.action !== 'reply') return { kind: 'rejected', code: 'action-without-api' };
  if (words === '' || words.length > 500) return { kind: 'rejected', code: 'text-length' };
  const owner = await context.seller();
  if (!owner.ok) return faultOutcome(owner.fault, 'read', context.timings);
  if (!owner.seller.isTmall) return { kind: 'rejected', code: 'action-without-api' };
  const seen = await confirmRatingReply(context, effect);
  if (seen.kind === 'done') return { kind: 'done' };
  const answer = await context.proxy.call('taobao.traderate.explain.add', { oid: effect.remoteId, reply: words });
  return answer.ok ? { kind: 'done' } : faultOutcome(answer.fault, 'write', context.timings);
}

/** A rating that carries a word of the seller was explained: there is room for one only. */
export async function confirmRatingReply({ proxy, timings }: ConnectorContext, effect: Answer): Promise<Confirmation> {
  const answer = await proxy.call('taobao.traderates.get', {
    fields: RATING_FIELDS,
    rate_type: 'get',
    role: 'buyer',
    tid: effect.remoteId,
  });
  if (!answer.ok) return { kind: 'unknown', code: outcomeCode(faultOutcome(answer.fault, 'read', timings)) };
  const found = rows(answer.body, 'trade_rates', 'trade_rate') ?? [];
  const mine = found.find((node) => plain(member(node, 'oid')) === effect.remoteId);
  if (mine === undefined) return { kind: 'unknown', code: 'rating-unknown' };
  const reply = member(mine, 'reply');
  return { kind: typeof reply === 'string' && reply !== '' ? 'done' : 'not-done' };
}
