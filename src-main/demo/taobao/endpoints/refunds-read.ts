import * as z from 'zod';
import { pageOf } from '../answers/page.ts';
import { knownFields, pickFields, readWanted } from '../answers/pick-fields.ts';
import {
  refundAnswer,
  refundFields,
  refundListFields,
  refundMessageAnswer,
  refundMessageFields,
} from '../answers/refund-answer.ts';
import { list } from '../answers/tree.ts';
import { gmt8Text } from '../gmt8.ts';
import { method, type Call } from '../method.ts';
import { serviceError } from '../refusal.ts';
import type { TaobaoRefund } from '../refund.ts';
import { operationsOf, refuseReasons } from '../rules/refund-operations.ts';
import {
  dateField,
  idField,
  jsonField,
  jsonIdField,
  listField,
  pageFields,
  textField,
  wholeField,
} from '../schema/fields.ts';

/** The states of the list; the last three exist nowhere else (taobao.md §7). */
const listStatuses = [
  'WAIT_SELLER_AGREE',
  'WAIT_BUYER_RETURN_GOODS',
  'WAIT_SELLER_CONFIRM_GOODS',
  'SELLER_REFUSE_BUYER',
  'CLOSED',
  'SUCCESS',
  'WAIT_BUYER_CONFIRM_EXCHANGE_SELLER_SEND_GOODS',
  'EXCHANGE_TRANSFORM_TO_REFUND',
  'WAIT_SELLER_CONSIGN_GOODS',
] as const;

const fieldsField = listField.refine((names) => names.length <= 100);
const phaseField = z.enum(['onsale', 'aftersale']);

const listBody = z.strictObject({
  fields: fieldsField,
  status: z.enum(listStatuses).optional(),
  type: listField.optional(),
  start_modified: dateField.optional(),
  end_modified: dateField.optional(),
  buyer_open_uid: textField.optional(),
  buyer_nick: textField.optional(),
  ...pageFields,
});
const getBody = z.strictObject({ fields: fieldsField, refund_id: idField });
const messagesBody = z.strictObject({
  fields: fieldsField,
  refund_id: idField,
  refund_phase: phaseField.optional(),
  page_no: wholeField(1, 1_000_000).optional(),
  page_size: wholeField(1, 100).optional(),
});
const statusBody = z.strictObject({ query_param: jsonField(z.strictObject({ biz_order_id: jsonIdField })) });
const reasonsBody = z.strictObject({ refund_id: idField, refund_phase: phaseField, fields: listField });

const shared = { package: '退款信息查询' };

export const refundReadMethods = [
  method({ name: 'taobao.refunds.receive.get', ...shared, schema: listBody, handle: listRefunds }),
  method({ name: 'taobao.refund.get', ...shared, schema: getBody, handle: getRefund }),
  method({ name: 'taobao.refund.detail.get', ...shared, schema: getBody, handle: getDetail }),
  method({ name: 'taobao.refund.messages.get', ...shared, schema: messagesBody, handle: getMessages }),
  method({ name: 'taobao.refund.status.get', ...shared, schema: statusBody, handle: getStatus }),
  method({ name: 'taobao.refund.refusereason.get', ...shared, schema: reasonsBody, handle: getReasons }),
];

function listRefunds(wish: z.output<typeof listBody>, call: Call): unknown {
  const wanted = readWanted(wish.fields, refundListFields, call.choices.refusesUnknownFields);
  const from = wish.start_modified ?? 0;
  const to = wish.end_modified ?? Number.MAX_SAFE_INTEGER;
  const rows = call.store.world.refunds
    .filter(
      (refund) =>
        refund.modifiedMs >= from &&
        refund.modifiedMs <= to &&
        (wish.status === undefined || refund.status === wish.status),
    )
    .toSorted((first, second) => second.modifiedMs - first.modifiedMs || second.version - first.version);
  const page = pageOf(rows, wish);
  const refunds = page.rows.map((refund) => pickFields(refundAnswer(call.store, refund), wanted, refundListFields));
  return { ...page.counted, refunds: list('refund', refunds) };
}

function getRefund({ fields, refund_id }: z.output<typeof getBody>, call: Call): unknown {
  const wanted = readWanted(fields, refundFields, call.choices.refusesUnknownFields);
  return { refund: pickFields(refundAnswer(call.store, findRefund(call, refund_id)), wanted, refundFields) };
}

const detailFields = knownFields('allowedOperations refund_version');

/** What the buttons are drawn from. */
function getDetail({ fields, refund_id }: z.output<typeof getBody>, call: Call): unknown {
  const refund = findRefund(call, refund_id);
  const wanted = readWanted(fields, detailFields, call.choices.refusesUnknownFields);
  const { allowed, notAllowed } = operationsOf(call.store, refund);
  return {
    detail: {
      refund_version: wanted.has('refund_version') ? BigInt(refund.version) : undefined,
      ...(wanted.has('allowedOperations') && {
        allowed_operations: list('operation', allowed),
        not_allowed_operations: list('operation', notAllowed),
      }),
    },
  };
}

function getMessages(wish: z.output<typeof messagesBody>, call: Call): unknown {
  const refund = findRefund(call, wish.refund_id);
  const wanted = readWanted(wish.fields, refundMessageFields, call.choices.refusesUnknownFields);
  const page = pageOf(refund.messages, { page_no: wish.page_no, page_size: wish.page_size });
  const messages = page.rows.map((message) =>
    pickFields(refundMessageAnswer(call.store, refund, message), wanted, refundMessageFields),
  );
  return { ...page.counted, refund_messages: list('refund_message', messages) };
}

/** The last refund of every child that has one; of one child when a child's id is given. */
function getStatus({ query_param: { biz_order_id: id } }: z.output<typeof statusBody>, call: Call): unknown {
  const trade = call.store.trade(id);
  const child = call.store.order(id);
  if (trade === undefined && child === undefined) {
    throw serviceError('isv.trade-not-exist', '交易不存在或不属于该用户');
  }
  const oids = trade === undefined ? [id] : trade.orders.map((order) => order.oid);
  const last = oids.flatMap((oid) => call.store.refundsOf(oid).at(-1) ?? []);
  const rows = last.map((refund) => ({
    refund_id: BigInt(refund.refundId),
    tid: BigInt(refund.tid),
    oid: BigInt(refund.oid),
    modified: gmt8Text(refund.modifiedMs),
    status: refund.status,
  }));
  return { result_package: { result_list: list('query_refund_status_response', rows) } };
}

function getReasons({ refund_id }: z.output<typeof reasonsBody>, call: Call): unknown {
  findRefund(call, refund_id);
  const reasons = refuseReasons.map((reason) => ({
    reason_id: Number(reason.id),
    reason_text: reason.text,
    reason_tips: reason.tips,
  }));
  return { reasons: list('reason', reasons), total_results: reasons.length, has_next: false };
}

/** Throws when the seller has no such refund. */
export function findRefund(call: Call, refundId: string): TaobaoRefund {
  const refund = call.store.refund(refundId);
  if (refund === undefined) throw serviceError('isv.refund-not-exist', '退款单不存在');
  return refund;
}
