import type { Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { jsonInteger, member, plain, writeJson } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, safe } from './errors.ts';
import { gmt8Text } from './gmt8.ts';
import { parseYuan } from './parse-lines.ts';
import type { RefundShape } from './refund-schema.ts';

/**
 * Tells the after-sales service whether the parcel of a refund could be stopped (taobao.rdc.aligenius.sendgoods.cancel):
 * then the platform gives the money back by itself.
 */
export async function tellShipment(
  { proxy, clock, timings }: ConnectorContext,
  refund: RefundShape,
  effect: EffectOf<'answer-case'>,
): Promise<Outcome> {
  if (refund.tid === null) return { kind: 'rejected', code: 'order-unknown' };
  const fee = parseYuan(refund.refund_fee, []);
  const param = {
    refund_id: jsonInteger(refund.refund_id),
    tid: jsonInteger(refund.tid),
    ...(refund.oid === null ? {} : { oid: jsonInteger(refund.oid) }),
    status: effect.action === 'stop-shipment' ? 'SUCCESS' : 'FAIL',
    operate_time: gmt8Text(clock.nowMs() + (proxy.clockSkewMs() ?? 0)),
    ...(fee === null ? {} : { refund_fee: fee.minor }),
  };
  const answer = await proxy.call('taobao.rdc.aligenius.sendgoods.cancel', { param: writeJson(param) });
  if (!answer.ok) return faultOutcome(answer.fault, 'write', timings);
  const result = member(answer.body, 'result');
  if (member(result, 'success') !== false) return { kind: 'done' };
  const code = plain(member(result, 'error_code'));
  return { kind: 'rejected', code: typeof code === 'string' ? safe(code) : 'not-accepted' };
}
