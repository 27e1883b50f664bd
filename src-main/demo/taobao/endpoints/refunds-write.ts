import * as z from 'zod';
import { gmt8Text } from '../gmt8.ts';
import { imageKind } from '../http/image-kind.ts';
import { method, type Call } from '../method.ts';
import { invalid, missing, serviceError } from '../refusal.ts';
import { bumpRefund, moveRefund } from '../rules/refund-state.ts';
import { refuseReasons, whyNotAgreeReturn, whyNotRefuse } from '../rules/refund-operations.ts';
import { announceRefund } from '../rules/announce.ts';
import { booleanField, idField, switchField, textField, wholeField } from '../schema/fields.ts';
import type { TaobaoRefund } from '../refund.ts';
import { findRefund } from './refunds-read.ts';

const phaseField = z.enum(['onsale', 'aftersale']);

const addMessageBody = z.strictObject({
  refund_id: idField,
  content: z
    .string()
    .min(1)
    .refine((text) => Buffer.byteLength(text) <= 400),
});
const refuseBody = z.strictObject({
  refund_id: idField,
  refuse_message: z.string().min(2).max(200),
  refund_phase: phaseField.optional(),
  refund_version: wholeField(0, 999_999_999_999_999).optional(),
  refuse_reason_id: z.enum(refuseReasons.map((reason) => reason.id)).optional(),
});
const agreeReturnBody = z.strictObject({
  refund_id: idField,
  seller_address_id: idField,
  refund_phase: phaseField.optional(),
  refund_version: wholeField(0, 999_999_999_999_999).optional(),
  remark: textField.optional(),
  name: textField.optional(),
  address: textField.optional(),
  post: textField.optional(),
  tel: textField.optional(),
  mobile: textField.optional(),
  post_fee_bear_role: switchField.optional(),
  virtual_return_goods: booleanField.optional(),
});
const shared = { package: '退款操作', writes: true };

export const refundWriteMethods = [
  method({
    name: 'taobao.refund.message.add',
    ...shared,
    files: ['image'],
    schema: addMessageBody,
    handle: addMessage,
  }),
  method({ name: 'taobao.refund.refuse', ...shared, files: ['refuse_proof'], schema: refuseBody, handle: refuse }),
  method({ name: 'taobao.rp.returngoods.agree', ...shared, schema: agreeReturnBody, handle: agreeReturn }),
];

/** A picture is a must here, JPG, GIF or PNG up to 500 KB. */
function addMessage({ refund_id, content }: z.output<typeof addMessageBody>, call: Call): unknown {
  const refund = findRefund(call, refund_id);
  const image = call.files.get('image');
  if (image === undefined) throw missing('image');
  if (image.length > 500 * 1_024 || imageKind(image) === null) throw invalid('image', '图片类型或大小不符合要求');
  const id = call.store.newId();
  refund.messages.push({
    id,
    content,
    createdMs: call.nowMs,
    type: 'NORMAL',
    ownerRole: '2',
    pictureUrls: [`https://img.example.invalid/refund/${id}.${imageKind(image) ?? ''}`],
  });
  bumpRefund(refund, call.nowMs);
  announceRefund(call.store, 'RefundCreateMessage', refund, call.nowMs);
  return { refund_message: { id: BigInt(id), created: gmt8Text(call.nowMs) } };
}

function refuse(wish: z.output<typeof refuseBody>, call: Call): unknown {
  const refund = findRefund(call, wish.refund_id);
  const proof = call.files.get('refuse_proof');
  if (proof !== undefined && (proof.length > 130_000 || imageKind(proof) === null)) {
    throw invalid('refuse_proof', '图片类型或大小不符合要求');
  }
  if (call.store.world.seller.type === 'B') {
    if (wish.refund_phase === undefined) throw missing('refund_phase');
    if (wish.refund_version === undefined) throw missing('refund_version');
    if (proof === undefined) throw missing('refuse_proof');
  }
  checkVersion(refund, wish.refund_version);
  const why = whyNotRefuse(call.store, refund);
  if (why !== null) throw serviceError('isv.refund-service-error:REFUSE_NOT_ALLOWED', why);
  refund.refusals.push({ reasonId: wish.refuse_reason_id ?? '', message: wish.refuse_message, atMs: call.nowMs });
  moveRefund(call.store, refund, 'SELLER_REFUSE_BUYER', call.nowMs, call.timings);
  return {
    refund: { refund_id: refund.refundId, status: refund.status, modified: gmt8Text(refund.modifiedMs) },
    is_success: true,
  };
}

/** Tells the buyer where the goods go. Taobao wants the whole address, Tmall phase, version and a remark. */
function agreeReturn(wish: z.output<typeof agreeReturnBody>, call: Call): unknown {
  const refund = findRefund(call, wish.refund_id);
  const needed = call.store.world.seller.type === 'B' ? tmallNeeds : taobaoNeeds;
  for (const name of needed) if (wish[name] === undefined) throw missing(name);
  if (!call.store.world.addresses.some((address) => address.contactId === wish.seller_address_id)) {
    throw serviceError('isv.refund-service-error:ADDRESS_NOT_EXIST', '卖家收货地址编号不存在');
  }
  checkVersion(refund, wish.refund_version);
  const why = whyNotAgreeReturn(refund);
  if (why !== null) throw serviceError('isv.refund-service-error:AGREE_RETURN_NOT_ALLOWED', why);
  refund.returnAddress = [wish.name, wish.mobile ?? wish.tel, wish.address ?? wish.remark, wish.post].join('，');
  refund.messages.push({
    id: call.store.newId(),
    content: `卖家已同意退货，退货地址：${refund.returnAddress}`,
    createdMs: call.nowMs,
    type: 'RETURN_GOODS_APPROVED',
    ownerRole: '2',
    pictureUrls: [],
  });
  moveRefund(call.store, refund, 'WAIT_BUYER_RETURN_GOODS', call.nowMs, call.timings);
  return { is_success: true };
}

const taobaoNeeds = ['name', 'address', 'post', 'tel', 'mobile'] as const;
const tmallNeeds = ['remark', 'refund_phase', 'refund_version'] as const;

/** Optimistic locking: what was read before somebody else's change is stale. */
export function checkVersion(refund: TaobaoRefund, version: number | undefined): void {
  if (version === undefined || version === refund.version) return;
  throw serviceError('isv.refund-service-error:REFUND_VERSION_ERROR', '退款版本号已过期，请重新获取');
}
