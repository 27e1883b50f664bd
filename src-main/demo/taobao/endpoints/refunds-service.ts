import * as z from 'zod';
import { method, type Call } from '../method.ts';
import { invalid, missing, serviceError } from '../refusal.ts';
import { bumpRefund, moveRefund } from '../rules/refund-state.ts';
import { companyBy } from '../rules/companies.ts';
import { imageKind } from '../http/image-kind.ts';
import { dateField, idField, jsonField, jsonIdField, textField, wholeField } from '../schema/fields.ts';
import { checkVersion } from './refunds-write.ts';
import { findRefund } from './refunds-read.ts';

const phaseField = z.enum(['onsale', 'aftersale']);

const stoppedBody = z.strictObject({
  param: jsonField(
    z.strictObject({
      refund_id: jsonIdField,
      tid: jsonIdField,
      status: z.enum(['SUCCESS', 'FAIL']),
      oid: jsonIdField.optional(),
      operate_time: z.string().pipe(dateField).optional(),
      refund_fee: z.number().int().min(0).optional(),
      outer_id: z.string().optional(),
      auction_id: jsonIdField.optional(),
      auction_num: z.number().int().min(1).optional(),
      msg: z.string().optional(),
    }),
  ),
});
const refillBody = z.strictObject({
  refund_id: idField,
  refund_phase: phaseField,
  logistics_waybill_no: textField,
  logistics_company_code: textField,
});
const refuseReturnBody = z.strictObject({
  refund_id: idField,
  refund_phase: phaseField,
  refund_version: wholeField(0, 999_999_999_999_999),
  refuse_reason_id: textField.optional(),
});

const shared = { package: '退款操作', writes: true };

export const refundServiceMethods = [
  method({ name: 'taobao.rdc.aligenius.sendgoods.cancel', ...shared, schema: stoppedBody, handle: tellStopped }),
  method({ name: 'taobao.rp.returngoods.refill', ...shared, schema: refillBody, handle: refill }),
  method({
    name: 'taobao.rp.returngoods.refuse',
    ...shared,
    files: ['refuse_proof'],
    schema: refuseReturnBody,
    handle: refuseReturn,
  }),
];

/** The seller tells whether the parcel of a refund could be stopped; what the platform makes of it is its own affair. */
function tellStopped({ param }: z.output<typeof stoppedBody>, call: Call): unknown {
  const refund = call.store.refund(param.refund_id);
  if (refund?.tid !== param.tid) {
    return { result: { success: false, error_code: 'REFUND_NOT_EXIST', error_info: '退款单不存在' } };
  }
  refund.sendCancelled = param.status;
  bumpRefund(refund, call.nowMs);
  return { result: { success: true, result_data: { refund_id: BigInt(refund.refundId) } } };
}

/** Tmall only: the number of a return whose buyer told none. */
function refill(wish: z.output<typeof refillBody>, call: Call): unknown {
  const refund = tmallRefund(call, wish.refund_id);
  const company = companyBy(wish.logistics_company_code);
  if (company === undefined) throw invalid('logistics_company_code');
  if (refund.status !== 'WAIT_BUYER_RETURN_GOODS' || refund.returnSid !== '') {
    throw serviceError('isv.refund-service-error:REFILL_NOT_ALLOWED', '买家已回填物流信息或退款状态不允许');
  }
  refund.returnCompany = company.name;
  refund.returnSid = wish.logistics_waybill_no;
  refund.goodStatus = 'BUYER_RETURNED_GOODS';
  moveRefund(call.store, refund, 'WAIT_SELLER_CONFIRM_GOODS', call.nowMs, call.timings);
  return { is_success: true };
}

/** Tmall only: the goods came back and are not taken. */
function refuseReturn(wish: z.output<typeof refuseReturnBody>, call: Call): unknown {
  const refund = tmallRefund(call, wish.refund_id);
  const proof = call.files.get('refuse_proof');
  if (proof === undefined) throw missing('refuse_proof');
  if (proof.length > 5 * 1_048_576 || imageKind(proof) === null) throw invalid('refuse_proof');
  checkVersion(refund, wish.refund_version);
  if (refund.status !== 'WAIT_SELLER_CONFIRM_GOODS') {
    throw serviceError('isv.refund-service-error:REFUSE_NOT_ALLOWED', '退款状态不允许');
  }
  refund.refusals.push({ reasonId: wish.refuse_reason_id ?? '', message: '', atMs: call.nowMs });
  moveRefund(call.store, refund, 'SELLER_REFUSE_BUYER', call.nowMs, call.timings);
  return { result: true };
}

function tmallRefund(call: Call, refundId: string): ReturnType<typeof findRefund> {
  if (call.store.world.seller.type !== 'B') {
    throw serviceError('isv.refund-service-error:ONLY_TMALL', '目前仅支持天猫订单');
  }
  return findRefund(call, refundId);
}
