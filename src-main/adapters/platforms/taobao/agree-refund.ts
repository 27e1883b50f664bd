import { z } from 'zod';
import type { Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { member, plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, safe } from './errors.ts';
import { parseYuan } from './parse-lines.ts';
import type { RefundShape } from './refund-schema.ts';
import { rows } from './rows.ts';
import { flag, text } from './schema.ts';

const answer = z.object({ succ: flag, msg_code: text, message: text });
const result = z.object({ refund_id: text, succ: flag, message: text });

/** Six digits (or near) that came by SMS, typed in place of a text. */
const SMS_CODE = /^\d{4,8}$/;

/**
 * Gives the buyer his money (taobao.rp.refunds.agree): amounts go in fen, with the version just read. The sum must be the
 * one that the seller confirmed. Large sums are refused until the call comes again with the code that the refusal sent by
 * SMS: rejected 'sms-code-needed', and the code goes in the answer's text.
 */
export async function agreeRefund(
  { proxy, timings }: ConnectorContext,
  refund: RefundShape,
  effect: EffectOf<'answer-case'>,
): Promise<Outcome> {
  const fee = parseYuan(refund.refund_fee, []);
  if (fee === null || refund.refund_version === null) return { kind: 'rejected', code: 'amount-unreadable' };
  if (effect.amount?.minor !== fee.minor || effect.amount.currency !== fee.currency)
    return { kind: 'rejected', code: 'amount-changed' };
  const parts = [refund.refund_id, String(fee.minor), refund.refund_version, refund.refund_phase ?? 'onsale'];
  const code = SMS_CODE.test(effect.text.trim()) ? { code: effect.text.trim() } : {};
  const called = await proxy.call('taobao.rp.refunds.agree', { refund_infos: parts.join('|'), ...code });
  if (!called.ok) return subAccountFault(faultOutcome(called.fault, 'write', timings));
  const whole = answer.safeParse(plain(called.body)).data;
  const mine = (rows(called.body, 'results', 'refund_mapping_result') ?? [])
    .flatMap((node) => result.safeParse(plain(node)).data ?? [])
    .find((one) => one.refund_id === refund.refund_id);
  if (whole === undefined || member(called.body, 'msg_code') === undefined)
    return { kind: 'unknown', code: 'unexpected-answer' };
  if (whole.msg_code === 'OP_SUCC' || mine?.succ === true) return { kind: 'done' };
  if (mine === undefined && /验证码|短信|sms/i.test(whole.message ?? ''))
    return { kind: 'rejected', code: 'sms-code-needed' };
  if (/版本/.test(mine?.message ?? '')) return { kind: 'retry', code: 'refund-version-stale', afterMs: null };
  return { kind: 'rejected', code: safe(`refund-${whole.msg_code ?? 'refused'}`) };
}

/** Only sub-accounts may send money, which the platform says with its code for missing user rights. */
function subAccountFault(outcome: Outcome): Outcome {
  const isUser = outcome.kind === 'rejected' && outcome.code === 'user-permission-missing';
  return isUser ? { kind: 'rejected', code: 'sub-account-needed' } : outcome;
}
