import * as z from 'zod';
import { list } from '../answer-tree.ts';
import { int64, time } from '../answers/values.ts';
import { idParameter, textParameter, wholeParameter } from '../fields.ts';
import { operation, type Call } from '../operation.ts';
import { allScansOf, numberOf, waybillStatus } from '../rules/scans.ts';
import { solutionOf } from '../services.ts';
import type { AliWaybill } from '../waybill.ts';

const optional = textParameter.optional();

export const waybillQueryOperations = [
  operation({
    name: 'aliexpress.logistics.querylogisticsorderdetail',
    needs: 'logistics',
    schema: z.strictObject({
      current_page: wholeParameter.optional(),
      page_size: wholeParameter.optional(),
      trade_order_id: idParameter.optional(),
      international_logistics_num: optional,
      domestic_logistics_num: optional,
      logistics_status: optional,
      warehouse_carrier_service: optional,
      gmt_create_start_str: optional,
      gmt_create_end_str: optional,
    }),
    handle: (query, call) => {
      const page = pageOf(found(query.trade_order_id, query.international_logistics_num, call), query, call);
      return {
        result: {
          success: true,
          current_page: page.number,
          total_page: page.total,
          result_list: list(
            'aeop_logistics_order_detail_dto',
            page.waybills.map((one) => detail(one, call)),
          ),
        },
      };
    },
  }),
  operation({
    name: 'aliexpress.logistics.redefining.getonlinelogisticsinfo',
    needs: 'logistics',
    schema: z.strictObject({
      order_id: idParameter.optional(),
      logistics_order_id: idParameter.optional(),
      logistics_order_code: optional,
      international_logistics_id: optional,
      china_logistics_id: optional,
      logistics_status: optional,
      gmt_create_start_str: optional,
      gmt_create_end_str: optional,
      query_express_order: z.enum(['true', 'false']).optional(),
      current_page: wholeParameter.optional(),
      page_size: wholeParameter.optional(),
    }),
    handle: (query, call) => {
      const all = found(query.order_id, query.international_logistics_id, call).filter(
        (one) =>
          [undefined, one.waybillId].includes(query.logistics_order_id) &&
          [undefined, one.lpCode].includes(query.logistics_order_code),
      );
      const page = pageOf(all, query, call);
      return {
        is_success: true,
        current_page: page.number,
        total_page: page.total,
        result_list: list(
          'string',
          page.waybills.map((one) => older(one, call)),
        ),
      };
    },
  }),
  operation({
    name: 'aliexpress.logistics.abnormalorder.query',
    needs: 'logistics',
    schema: z.strictObject({
      trade_order_id: idParameter.optional(),
      intl_tracking_no: optional,
      current_page: wholeParameter.optional(),
      page_size: wholeParameter.optional(),
      gmt_create_start: optional,
      gmt_create_end: optional,
      gmt_status_update_start: optional,
      gmt_status_update_end: optional,
      warehouse_status_list: optional,
      need_mailNo_info: optional,
    }),
    handle: (query, call) => {
      const abnormal = found(query.trade_order_id, query.intl_tracking_no, call).filter((one) => one.trouble !== '');
      const page = pageOf(abnormal, query, call);
      return {
        is_success: true,
        current_page: page.number,
        total_page: page.total,
        total_count: abnormal.length,
        result: list(
          'aeop_warehouse_abnormal_order_result',
          page.waybills.map((one) => abnormalOrder(one, call)),
        ),
      };
    },
  }),
  operation({
    name: 'aliexpress.logistics.redefining.querytrackingresult',
    needs: 'logistics',
    schema: z.strictObject({
      logistics_no: textParameter.min(1),
      origin: z.literal('ESCROW'),
      out_ref: idParameter,
      service_name: textParameter.min(1),
      to_area: textParameter.min(1),
    }),
    handle: (query, call) => {
      const order = call.store.order(query.out_ref);
      if (order === undefined) return { result_success: false, error_desc: 'the order does not exist' };
      const wish = { logisticsNo: query.logistics_no, country: query.to_area, nowMs: call.nowMs };
      const scans = allScansOf(call.store, order, wish, call.timings);
      return {
        result_success: true,
        official_website: 'https://global.cainiao.com/',
        details: list(
          'string',
          // The newest first, as on the carrier's page.
          scans.toReversed().map((scan) => ({
            event_desc: scan.text,
            event_date: time(scan.atMs),
            action_code: scan.actionCode,
            address: scan.place,
          })),
        ),
      };
    },
  }),
];

interface PageWish {
  current_page?: number | undefined;
  page_size?: number | undefined;
  logistics_status?: string | undefined;
}

function found(orderId: string | undefined, number: string | undefined, call: Call): AliWaybill[] {
  return call.store.world.waybills.filter(
    (one) => [undefined, one.orderId].includes(orderId) && [undefined, shownNumber(one, call)].includes(number),
  );
}

function pageOf(
  all: AliWaybill[],
  wish: PageWish,
  call: Call,
): { waybills: AliWaybill[]; number: number; total: number } {
  const fitting = all
    .filter((one) => [undefined, waybillStatus(one, call.nowMs, call.timings)].includes(wish.logistics_status))
    .toReversed();
  const number = Math.max(1, wish.current_page ?? 1);
  const size = Math.min(50, Math.max(1, wish.page_size ?? 10));
  return {
    waybills: fitting.slice((number - 1) * size, number * size),
    number,
    total: Math.ceil(fitting.length / size),
  };
}

/** Comes after a while; until then the answer is there and this field empty. */
function shownNumber(waybill: AliWaybill, call: Call): string {
  return call.isStruck('number-not-ready') ? '' : numberOf(waybill, call.nowMs);
}

function fee(waybill: AliWaybill): Record<string, unknown> {
  return { amount: (waybill.feeCents / 100).toFixed(2), cent: waybill.feeCents, currency_code: 'CNY' };
}

function detail(waybill: AliWaybill, call: Call): unknown {
  return {
    logistics_order_id: int64(waybill.waybillId),
    trade_order_id: int64(waybill.orderId),
    out_order_code: waybill.lpCode,
    international_logistics_num: shownNumber(waybill, call),
    international_logistics_type: solutionOf(waybill.solutionId)?.declareKey,
    logistics_status: waybillStatus(waybill, call.nowMs, call.timings),
    solution_code: waybill.solutionId,
    channel_code: solutionOf(waybill.solutionId)?.warehouse,
    logistics_fee: fee(waybill),
    logistics_fee_list: list('money', [fee(waybill)]),
    gmt_create: time(waybill.createdAtMs),
    close_time: waybill.handedOverAtMs === null ? waybill.closesAtMs : null,
  };
}

function older(waybill: AliWaybill, call: Call): unknown {
  return {
    online_logistics_id: int64(waybill.waybillId),
    order_id: int64(waybill.orderId),
    lp_number: waybill.lpCode,
    internationallogistics_id: shownNumber(waybill, call),
    international_logistics_type: solutionOf(waybill.solutionId)?.declareKey,
    logistics_status: waybillStatus(waybill, call.nowMs, call.timings),
    solution_code: waybill.solutionId,
    logistics_fee: fee(waybill),
    logistics_fee_list: list('money', [fee(waybill)]),
  };
}

function abnormalOrder(waybill: AliWaybill, call: Call): unknown {
  return {
    id: int64(waybill.waybillId),
    trade_order_id: int64(waybill.orderId),
    out_order_code: waybill.lpCode,
    intl_tracking_no: shownNumber(waybill, call),
    domestic_logistic_tracking_no: waybill.domesticNo,
    solution_code: waybill.solutionId,
    order_status_code: waybill.trouble,
    abnormal_code: waybill.trouble,
    gmt_create: time(waybill.createdAtMs),
  };
}
