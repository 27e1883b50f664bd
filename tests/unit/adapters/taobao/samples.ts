import type { JsonNode } from '../../../../src-main/adapters/platforms/shared/json.ts';
import { member, readJson, writeJson } from '../../../../src-main/adapters/platforms/shared/json.ts';
import { rows } from '../../../../src-main/adapters/platforms/taobao/rows.ts';

/** The documents' sample of taobao.trades.sold.get; its ids are longer than a double holds. */
export const SOLD_SAMPLE = `{"trades_sold_get_response":{"total_results":1,"request_id":"16ms4tudox3u6","trades":{"trade":[
 {"tid":3719055060544802021,"tid_str":"3719055060544802021","status":"WAIT_SELLER_SEND_GOODS","type":"fixed",
 "created":"2026-11-01 10:00:00","pay_time":"2026-11-01 10:02:11","modified":"2026-11-01 10:02:12","payment":"59.00",
 "post_fee":"0.00","seller_flag":0,"buyer_open_uid":"AAHk5d-EAAeGwJedwSFu0XXX","receiver_name":"李*",
 "receiver_mobile":"*******1234","receiver_state":"北京","receiver_city":"北京市","receiver_district":"朝阳区",
 "receiver_town":"望京街道","receiver_address":"望京**路*号","oaid":"1f2Hk","delivery_time":"2026-11-03 10:02:11",
 "orders":{"order":[{"oid":3719055060544802021,"oid_str":"3719055060544802021","num_iid":671234567890,
 "sku_id":"4912345678901","outer_sku_id":"SKU-01","title":"手机壳","sku_properties_name":"颜色:黑","num":1,
 "price":"59.00","payment":"59.00","status":"WAIT_SELLER_SEND_GOODS","refund_status":"NO_REFUND"}]}}]}}}`;

export const soldSample = (): JsonNode => {
  const body = member(readJson(SOLD_SAMPLE)?.node, 'trades_sold_get_response');
  return (rows(body, 'trades', 'trade') ?? [])[0];
};

export interface TradeWish {
  readonly [field: string]: unknown;
}

/** The sample with other fields, as the platform would write it. `children` stand for its child orders. */
export function tradeNode(over: TradeWish = {}, children: readonly TradeWish[] = [{}]): JsonNode {
  const sample = soldSample() as Record<string, unknown>;
  const child = (rows(sample, 'orders', 'order') ?? [])[0] as Record<string, unknown>;
  const orders = { order: children.map((fields, at) => ({ ...child, oid: `${71000 + at}`, ...fields })) };
  return readJson(writeJson({ ...sample, orders, ...over }))?.node;
}
