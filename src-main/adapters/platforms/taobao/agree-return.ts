import type { Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome } from './errors.ts';
import type { RefundShape } from './refund-schema.ts';
import { defaultAddress, type SellerAddress } from './seller-addresses.ts';

/** What a Tmall return must say where the seller says nothing. */
const REMARK = '同意退货';

/** Agrees to take the goods back, at the seller's default return address (taobao.rp.returngoods.agree). */
export async function agreeReturn(
  context: ConnectorContext,
  refund: RefundShape,
  effect: EffectOf<'answer-case'>,
): Promise<Outcome> {
  const { proxy, timings } = context;
  const owner = await context.seller();
  if (!owner.ok) return faultOutcome(owner.fault, 'read', timings);
  const found = await defaultAddress(context, 'cancel_def');
  if (!found.ok) return faultOutcome(found.fault, 'read', timings);
  if (found.address === null) return { kind: 'rejected', code: 'return-address-missing' };
  const remark = effect.text.trim();
  const about = {
    refund_id: refund.refund_id,
    seller_address_id: found.address.contact_id,
    ...(refund.refund_version === null ? {} : { refund_version: refund.refund_version }),
    ...(refund.refund_phase === null ? {} : { refund_phase: refund.refund_phase }),
  };
  const own = owner.seller.isTmall
    ? { remark: remark || REMARK }
    : { ...addressOf(found.address), ...(remark === '' ? {} : { remark }) };
  const answer = await proxy.call('taobao.rp.returngoods.agree', { ...about, ...own });
  return answer.ok ? { kind: 'done' } : faultOutcome(answer.fault, 'write', timings);
}

/** A Taobao shop has to write the address out; who has one telephone only gives it twice. */
function addressOf({ contact_name, province, city, country, addr, zip_code, phone, mobile_phone }: SellerAddress) {
  const tel = phone ?? mobile_phone ?? '';
  return {
    name: contact_name ?? '',
    address: [province, city, country, addr].filter((part) => part !== null).join(''),
    post: zip_code ?? '000000',
    tel,
    mobile: mobile_phone ?? tel,
  };
}
