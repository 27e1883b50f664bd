import * as z from 'zod';
import { list } from '../answers/tree.ts';
import { gmt8Text } from '../gmt8.ts';
import { method, type Call } from '../method.ts';
import { serviceError } from '../refusal.ts';
import { oaidOf, receiverBehind } from '../rules/oaid.ts';
import { jsonField, jsonIdField } from '../schema/fields.ts';
import { findTrade } from './trade-detail.ts';

const day = 86_400_000;
const oaidText = z.string().min(1).max(128);

/** What a decryption may be for (taobao.md §4.4). */
const scenes = ['1001', '1002', '1003', '1004', '1005', '1006', '1007', '2001', '2002'] as const;

const decryptBody = z.strictObject({
  query_list: jsonField(
    z
      .array(
        z.strictObject({
          oaid: oaidText,
          tid: jsonIdField,
          scene: z.enum(scenes),
          secret_no_days: z.number().int().min(1).max(90).optional(),
        }),
      )
      .min(1)
      .max(20),
  ),
});

const mergeBody = z.strictObject({
  merge_list: jsonField(
    z
      .array(z.strictObject({ oaid: oaidText, tid: jsonIdField }))
      .min(1)
      .max(100),
  ),
});

export const oaidMethods = [
  method({ name: 'taobao.top.oaid.decrypt', package: '收件人信息解密', schema: decryptBody, handle: decrypt }),
  method({ name: 'taobao.top.oaid.merge', package: '订单信息查询', schema: mergeBody, handle: merge }),
];

function decrypt({ query_list }: z.output<typeof decryptBody>, call: Call): unknown {
  return {
    receiver_list: list(
      'receiver',
      query_list.map((query) => decryptOne(query, call)),
    ),
  };
}

type Query = z.output<typeof decryptBody>['query_list'][number];

/** The mobile is a virtual number that expires; a stale OAID is told by `matched` and gives nothing away. */
function decryptOne({ oaid, tid, secret_no_days = 15 }: Query, call: Call): unknown {
  const trade = findTrade(call, tid);
  const found = receiverBehind(call.store, trade, oaid);
  if (found === undefined) throw serviceError('isv.oaid-invalid', `oaid不合法：${tid}`);
  if (!found.isCurrent) return { tid, oaid, matched: false };
  const { receiver } = found;
  return {
    tid,
    oaid,
    matched: true,
    name: receiver.name,
    mobile: `18877771111-${trade.tid.slice(-4)}`,
    phone: receiver.phone === '' ? undefined : receiver.phone,
    country: receiver.country,
    state: receiver.state,
    city: receiver.city,
    district: receiver.district,
    town: receiver.town,
    address_detail: receiver.address,
    privacy_protection: true,
    secret_no_expire_time: gmt8Text(call.nowMs + secret_no_days * day),
  };
}

/** Groups that may travel together; an OAID that is not current stands alone. */
function merge({ merge_list }: z.output<typeof mergeBody>, call: Call): unknown {
  const groups = new Map<string, string[]>();
  for (const { oaid, tid } of merge_list) {
    const isCurrent = oaidOf(call.store, findTrade(call, tid)) === oaid;
    const key = isCurrent ? oaid : `${oaid}/${tid}`;
    groups.set(key, [...(groups.get(key) ?? []), tid]);
  }
  return {
    tid_list: list(
      'string',
      [...groups.values()].map((tids) => tids.join(',')),
    ),
  };
}
