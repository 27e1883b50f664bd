import * as z from 'zod';
import { list } from '../answer-tree.ts';
import { int64 } from '../answers/values.ts';
import { idParameter, jsonParameter, textParameter } from '../fields.ts';
import type { HandoverPaper } from '../label/handover-sheet.ts';
import { operation, type Call } from '../operation.ts';
import { numberOf } from '../rules/scans.ts';
import type { AliHandover, AliWaybill } from '../waybill.ts';

const place = z.looseObject({ address_id: z.union([z.number(), z.bigint(), z.string()]).optional() });
const common = {
  client: z.string().regex(/^(SELLER|ISV)-.+$/u, 'must be SELLER-<name>'),
  user_info: jsonParameter(z.strictObject({ top_user_key: z.string().optional() })),
  locale: textParameter.optional(),
};
const commitFields = {
  ...common,
  type: z.enum(['cainiao_pickup', 'self_post', 'self_send']),
  order_code_list: jsonParameter(z.array(z.string().min(1)).min(1).max(1_000)),
  pickup_info: jsonParameter(place),
  return_info: jsonParameter(place).optional(),
  weight: z
    .string()
    .regex(/^\d+(\.\d+)?$/u)
    .transform(Number)
    .optional(),
  weight_unit: z.enum(['g', 'kg']).optional(),
  remark: textParameter.optional(),
  domestic_tracking_no: textParameter.optional(),
  domestic_logistics_company_id: textParameter.optional(),
  domestic_logistics_company: textParameter.optional(),
};
const commitSchema = z.strictObject(commitFields);
const byCode = z.strictObject({
  ...common,
  order_code: textParameter.optional(),
  tracking_number: textParameter.optional(),
});

export const handoverOperations = [
  operation({
    name: 'cainiao.global.handover.commit',
    needs: 'logistics',
    writes: true,
    schema: commitSchema,
    handle: commit,
  }),
  operation({
    name: 'cainiao.global.handover.update',
    needs: 'logistics',
    writes: true,
    schema: z.strictObject({ ...commitFields, handover_order_id: idParameter }),
    handle: update,
  }),
  operation({
    name: 'cainiao.global.handover.cancel',
    needs: 'logistics',
    writes: true,
    schema: z.strictObject({
      ...common,
      handover_order_id: idParameter.optional(),
      handover_content_id: idParameter.optional(),
      tracking_number: textParameter.optional(),
    }),
    handle: cancel,
  }),
  operation({
    name: 'cainiao.global.handover.content.query',
    needs: 'logistics',
    schema: byCode,
    handle: queryContent,
  }),
  operation({ name: 'cainiao.global.handover.parcel.query', needs: 'logistics', schema: byCode, handle: queryParcel }),
  operation({
    name: 'cainiao.global.handover.pdf.get',
    needs: 'logistics',
    schema: z.strictObject({ ...common, handover_content_id: idParameter, type: z.enum(['1', '4', '512']) }),
    handle: pdf,
  }),
];

const refuse = (code: string, text: string): unknown => ({
  result: { success: false, error_code: code, error_msg: text },
});
const done = (data: unknown): unknown => ({ result: { success: true, data } });

type CommitWish = z.output<typeof commitSchema>;

function commit(wish: CommitWish, call: Call): unknown {
  const parcels = parcelsOf(wish, call, null);
  if (typeof parcels === 'string') return refuse('PARCEL_ERROR', parcels);
  const handover: AliHandover = {
    handoverId: call.store.newId(),
    contentId: call.store.newId(),
    contentCode: `LP${call.store.newId().slice(-14).padStart(14, '0')}`,
    type: wish.type,
    lpCodes: wish.order_code_list,
    weightGrams: (wish.weight ?? 0) * (wish.weight_unit === 'kg' ? 1_000 : 1),
    createdAtMs: call.nowMs,
    isCancelled: false,
  };
  call.store.world.handovers.push(handover);
  handOver(parcels, handover, call);
  return done({
    handover_order_id: int64(handover.handoverId),
    handover_content_id: int64(handover.contentId),
    handover_content_code: handover.contentCode,
  });
}

function handOver(parcels: readonly AliWaybill[], handover: AliHandover, call: Call): void {
  for (const waybill of parcels) {
    waybill.handoverId = handover.handoverId;
    waybill.handedOverAtMs = call.nowMs + call.timings.pickupDelayMs;
  }
}

/** The waybills of a hand-over, or why it cannot be. */
function parcelsOf(wish: CommitWish, call: Call, own: AliHandover | null): AliWaybill[] | string {
  if (
    wish.type === 'self_post' &&
    (wish.domestic_tracking_no === undefined || wish.domestic_logistics_company_id === undefined)
  ) {
    return 'self_post needs the domestic courier and its number';
  }
  const parcels: AliWaybill[] = [];
  for (const code of new Set(wish.order_code_list)) {
    const waybill = call.store.waybill((one) => one.lpCode === code);
    if (waybill === undefined || waybill.isClosed) return `no open parcel has the code ${code}`;
    if (numberOf(waybill, call.nowMs) === '') return `${code} has no international number yet`;
    if (waybill.handoverId !== null && waybill.handoverId !== own?.handoverId) return `${code} is handed over already`;
    parcels.push(waybill);
  }
  return parcels;
}

function update(wish: CommitWish & { handover_order_id: string }, call: Call): unknown {
  const handover = handoverOf((one) => one.handoverId === wish.handover_order_id, call);
  if (handover === undefined) return refuse('HANDOVER_NOT_FOUND', 'there is no such open hand-over');
  const parcels = parcelsOf(wish, call, handover);
  if (typeof parcels === 'string') return refuse('PARCEL_ERROR', parcels);
  release(handover, call);
  handover.lpCodes = wish.order_code_list;
  handover.type = wish.type;
  if (wish.weight !== undefined) handover.weightGrams = wish.weight * (wish.weight_unit === 'kg' ? 1_000 : 1);
  handOver(parcels, handover, call);
  return done({ result: true });
}

function cancel(
  wish: { handover_order_id?: string | undefined; handover_content_id?: string | undefined },
  call: Call,
): unknown {
  const handover = handoverOf(
    (one) => one.handoverId === wish.handover_order_id || one.contentId === wish.handover_content_id,
    call,
  );
  if (handover === undefined) return refuse('HANDOVER_NOT_FOUND', 'there is no such open hand-over');
  if (isTaken(handover, call)) return refuse('HANDOVER_STATUS_ERROR', 'the parcels are on their way');
  release(handover, call);
  handover.isCancelled = true;
  return done({ result: true });
}

function isTaken(handover: AliHandover, call: Call): boolean {
  return parcelsIn(handover, call).some((one) => one.handedOverAtMs !== null && one.handedOverAtMs <= call.nowMs);
}

function release(handover: AliHandover, call: Call): void {
  for (const waybill of parcelsIn(handover, call)) {
    waybill.handoverId = null;
    waybill.handedOverAtMs = null;
  }
}

function parcelsIn(handover: AliHandover, call: Call): AliWaybill[] {
  return call.store.world.waybills.filter((one) => one.handoverId === handover.handoverId);
}

function handoverOf(fits: (handover: AliHandover) => boolean, call: Call): AliHandover | undefined {
  return call.store.world.handovers.find((one) => !one.isCancelled && fits(one));
}

/** By the code of the bag. */
function queryContent(
  query: { order_code?: string | undefined; tracking_number?: string | undefined },
  call: Call,
): unknown {
  const handover = handoverOf((one) => one.contentCode === (query.order_code ?? query.tracking_number), call);
  if (handover === undefined) return refuse('HANDOVER_NOT_FOUND', 'there is no such hand-over');
  const isOnItsWay = isTaken(handover, call);
  const status = isOnItsWay ? 'PICKUP_SUCCESS' : 'CREATED';
  return done({
    order_code: handover.contentCode,
    tracking_number: handover.contentCode,
    status,
    status_name: isOnItsWay ? '已揽收' : '已创建',
    pickup_type: handover.type,
    estimate_weight: String(handover.weightGrams),
    weight_unit: 'g',
    parcel_order_list: list(
      'open_parcel_order_dto',
      handover.lpCodes.map((code) => ({ order_code: code, status, status_name: '' })),
    ),
  });
}

/** By the code or the number of one parcel. */
function queryParcel(
  query: { order_code?: string | undefined; tracking_number?: string | undefined },
  call: Call,
): unknown {
  const waybill = call.store.waybill(
    (one) =>
      one.lpCode === query.order_code ||
      (query.tracking_number !== undefined && one.internationalNo === query.tracking_number),
  );
  if (waybill === undefined) return refuse('PARCEL_NOT_FOUND', 'there is no such parcel');
  const handover = handoverOf((one) => one.handoverId === waybill.handoverId, call);
  return done({
    has_been_handover: handover !== undefined,
    can_create_handover: handover === undefined && !waybill.isClosed,
    handover_order_id: handover === undefined ? null : int64(handover.handoverId),
    handover_content_id: handover === undefined ? null : int64(handover.contentId),
    handover_content_code: handover?.contentCode,
    pickup_type: handover?.type,
    handover_warehouse_name: '菜鸟义乌仓',
  });
}

const papers: Readonly<Record<'1' | '4' | '512', HandoverPaper>> = { '1': 1, '4': 4, '512': 512 };

/** Base64 straight in `data`. */
async function pdf(query: { handover_content_id: string; type: '1' | '4' | '512' }, call: Call): Promise<unknown> {
  const handover = handoverOf((one) => one.contentId === query.handover_content_id, call);
  if (handover === undefined) return refuse('HANDOVER_NOT_FOUND', 'there is no such hand-over');
  const sellerName = call.store.world.seller.fullName;
  const bytes = await call.handoverPdf({ paper: papers[query.type], handover, sellerName });
  return done(Buffer.from(bytes).toString('base64'));
}
