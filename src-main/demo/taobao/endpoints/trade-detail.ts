import * as z from 'zod';
import { pickFields, readWanted } from '../answers/pick-fields.ts';
import { tradeAnswer } from '../answers/trade-answer.ts';
import { fullinfoFields } from '../answers/trade-fields.ts';
import { method, type Call } from '../method.ts';
import { serviceError } from '../refusal.ts';
import { idField, listField } from '../schema/fields.ts';
import type { TaobaoTrade } from '../trade.ts';
import { withOaidRule } from './trades-list.ts';

const fullinfoBody = z.strictObject({ fields: listField, tid: idField, include_oaid: z.string().optional() });

export const tradeDetailMethods = [
  method({ name: 'taobao.trade.fullinfo.get', package: '订单信息查询', schema: fullinfoBody, handle: fullinfo }),
];

function fullinfo({ fields, tid, include_oaid }: z.output<typeof fullinfoBody>, call: Call): unknown {
  const trade = findTrade(call, tid);
  const wanted = new Map(readWanted(fields, fullinfoFields, call.choices.refusesUnknownFields));
  const full = tradeAnswer(call.store, trade);
  if (include_oaid === undefined) return { trade: pickFields(withOaidRule(full, fields), wanted, fullinfoFields) };
  wanted.set('oaid', null);
  return { trade: pickFields(full, wanted, fullinfoFields) };
}

/** Throws when the seller has no such trade. */
export function findTrade(call: Call, tid: string): TaobaoTrade {
  const trade = call.store.trade(tid);
  if (trade === undefined) throw serviceError('isv.trade-not-exist', '交易不存在或不属于该用户');
  return trade;
}
