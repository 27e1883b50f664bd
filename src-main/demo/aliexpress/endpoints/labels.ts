import { createHash } from 'node:crypto';
import * as z from 'zod';
import { list } from '../answer-tree.ts';
import { int64 } from '../answers/values.ts';
import { idField, jsonParameter, textParameter, truthParameter } from '../fields.ts';
import { operation, type Call } from '../operation.ts';
import { numberOf } from '../rules/scans.ts';
import type { AliWaybill } from '../waybill.ts';

const queries = jsonParameter(
  z.array(z.strictObject({ id: idField.optional(), international_logistics_id: z.string().min(1) })).min(1),
);

export const labelOperations = [
  operation({
    name: 'aliexpress.logistics.redefining.getprintinfo',
    needs: 'logistics',
    writes: true,
    schema: z.strictObject({ international_logistics_id: textParameter.min(1) }),
    handle: ({ international_logistics_id: number }, call) => printed([number], call),
  }),
  operation({
    name: 'aliexpress.logistics.redefining.getprintinfos',
    needs: 'logistics',
    writes: true,
    schema: z.strictObject({ print_detail: truthParameter.optional(), warehouse_order_query_d_t_os: queries }),
    handle: ({ warehouse_order_query_d_t_os: wanted }, call) =>
      printed(
        wanted.map((one) => one.international_logistics_id),
        call,
      ),
  }),
  operation({
    name: 'aliexpress.logistics.getpdfsbycloudprint',
    needs: 'logistics',
    writes: true,
    schema: z.strictObject({
      print_detail: truthParameter.optional(),
      warehouse_order_query_d_t_os: queries,
      extend_data: textParameter.optional(),
    }),
    handle: ({ warehouse_order_query_d_t_os: wanted }, call) =>
      cloudPrint(
        wanted.map((one) => one.international_logistics_id),
        call,
      ),
  }),
];

/** The waybills behind these numbers, or what is wrong with the first that has none. */
function waybillsOf(numbers: readonly string[], call: Call): AliWaybill[] | string {
  if (call.isStruck('label-error')) return 'label generation failed';
  const waybills: AliWaybill[] = [];
  for (const number of numbers) {
    const waybill = call.store.waybill((one) => numberOf(one, call.nowMs) === number);
    if (waybill === undefined) return `no logistics order has the number ${number}`;
    if (waybill.isClosed) return `the logistics order of ${number} is closed`;
    waybills.push(waybill);
  }
  for (const waybill of waybills) waybill.labelPrints += 1;
  return waybills;
}

/** A text that holds JSON that holds base64; its inner names are unverified. */
async function printed(numbers: readonly string[], call: Call): Promise<unknown> {
  const waybills = waybillsOf(numbers, call);
  if (typeof waybills === 'string') return { result: JSON.stringify({ StatusCode: 500, errorDesc: waybills }) };
  const pdf = await call.labelPdf(waybills);
  return { result: JSON.stringify({ StatusCode: 200, body: Buffer.from(pdf).toString('base64') }) };
}

/** Opaque data for the local print client of Cainiao. */
function cloudPrint(numbers: readonly string[], call: Call): unknown {
  const waybills = waybillsOf(numbers, call);
  if (typeof waybills === 'string')
    return { result: { success: false, error_code: 'PRINT_ERROR', error_message: waybills } };
  return {
    result: {
      success: true,
      aeop_cloud_print_data_response_list: list('aeop_cloud_print_data_response', waybills.map(printData)),
    },
  };
}

const template = 'http://cloudprint.cainiao.com/template/standard/278250/1';

function printData(waybill: AliWaybill): unknown {
  const encryptedData = Buffer.from(JSON.stringify(waybill.receiver)).toString('base64');
  const signature = createHash('md5').update(encryptedData).digest('base64');
  const data = { encryptedData, signature, templateURL: template, ver: 'waybill_print_secret_version_1' };
  return {
    order_code: waybill.lpCode,
    wl_warehouse_order_id: int64(waybill.waybillId),
    international_logistics_num: waybill.internationalNo,
    cloud_print_data_list: list('cloud_print_data', [
      { print_data: JSON.stringify(data), template_url_list: list('string', [template]) },
    ]),
  };
}
