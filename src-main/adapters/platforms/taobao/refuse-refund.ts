import { z } from 'zod';
import type { Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome } from './errors.ts';
import type { RefundShape } from './refund-schema.ts';
import { rows } from './rows.ts';
import { text } from './schema.ts';

const reason = z.object({ reason_id: z.string().min(1), reason_text: text });

/**
 * Says no, with the seller's words (2 to 200 letters). A word that begins with one of the platform's reasons takes that
 * reason's number. Tmall wants a picture as proof, which this app does not send: there it is done on the web.
 */
export async function refuseRefund(
  context: ConnectorContext,
  refund: RefundShape,
  effect: EffectOf<'answer-case'>,
): Promise<Outcome> {
  const { proxy, timings } = context;
  const words = effect.text.trim();
  if (words.length < 2 || words.length > 200) return { kind: 'rejected', code: 'text-length' };
  const owner = await context.seller();
  if (!owner.ok) return faultOutcome(owner.fault, 'read', timings);
  if (owner.seller.isTmall) return { kind: 'rejected', code: 'proof-needed' };
  const reasonId = await reasonFor(context, refund, words);
  const answer = await proxy.call('taobao.refund.refuse', {
    refund_id: refund.refund_id,
    refuse_message: words,
    ...(refund.refund_phase === null ? {} : { refund_phase: refund.refund_phase }),
    ...(refund.refund_version === null ? {} : { refund_version: refund.refund_version }),
    ...(reasonId === null ? {} : { refuse_reason_id: reasonId }),
  });
  return answer.ok ? { kind: 'done' } : faultOutcome(answer.fault, 'write', timings);
}

/** The number is no must for a Taobao shop, so a list that cannot be had stops nothing. */
async function reasonFor({ proxy }: ConnectorContext, refund: RefundShape, words: string): Promise<string | null> {
  const answer = await proxy.call('taobao.refund.refusereason.get', {
    refund_id: refund.refund_id,
    refund_phase: refund.refund_phase ?? 'onsale',
    fields: 'reason_id,reason_text',
  });
  const found = answer.ok ? (rows(answer.body, 'reasons', 'reason') ?? []) : [];
  const known = found.flatMap((node) => reason.safeParse(plain(node)).data ?? []);
  return known.find((one) => one.reason_text !== null && words.startsWith(one.reason_text))?.reason_id ?? null;
}
