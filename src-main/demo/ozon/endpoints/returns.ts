import * as z from 'zod';
import { instant, int64 } from '../answers/values.ts';
import type { OzonReturn, OzonRfbsReturn } from '../after-sales.ts';
import { badArgument } from '../refusal.ts';
import { route, type Call } from '../route.ts';
import { int64Field, instantField, limitField, numberText } from '../schema/fields.ts';
import { checkLimit } from '../schema/refuse-body.ts';

const period = z.strictObject({ time_from: instantField, time_to: instantField });

const listBody = z.strictObject({
  limit: limitField,
  last_id: int64Field.optional(),
  filter: z
    .strictObject({
      logistic_return_date: period.optional(),
      storage_tariffication_start_date: period.optional(),
      visual_status_change_moment: period.optional(),
      posting_numbers: z.array(numberText).max(50).optional(),
      order_id: int64Field.optional(),
      offer_id: z.string().optional(),
      visual_status_name: z.string().optional(),
      return_schema: z.enum(['FBS', 'FBO']).optional(),
      compensation_status_id: z.number().int().min(1).max(4).optional(),
    })
    .optional(),
});

const groupStates = ['All', 'New', 'Delivering', 'Checkout', 'Arbitration', 'Approved', 'Rejected'] as const;

const rfbsBody = z.strictObject({
  limit: limitField,
  last_id: int64Field.optional(),
  filter: z
    .strictObject({
      offer_id: z.string().optional(),
      posting_number: z.string().optional(),
      group_state: z.array(z.enum(groupStates)).optional(),
      created_at: z.strictObject({ from: instantField, to: instantField }).optional(),
    })
    .optional(),
});

/** Parcels on their way back: Ozon's own, which may only be read, and those on which the seller decides. */
export const returnRoutes = [
  route({ path: '/v1/returns/list', schema: listBody, handle: listReturns }),
  route({ path: '/v2/returns/rfbs/list', schema: rfbsBody, handle: listRfbsReturns }),
];

function listReturns({ limit, last_id: lastId = '0', filter = {} }: z.output<typeof listBody>, call: Call): unknown {
  checkLimit(limit, 500);
  const periods = [
    filter.logistic_return_date,
    filter.storage_tariffication_start_date,
    filter.visual_status_change_moment,
  ];
  if (periods.filter((one) => one !== undefined).length > 1) throw badArgument('ONLY_ONE_TIME_FILTER_IS_ALLOWED');
  const fitting = call.store.world.afterSales.returns
    .filter((entry) => fits(entry, filter) && BigInt(entry.id) > BigInt(lastId))
    .toSorted((left, right) => (BigInt(left.id) < BigInt(right.id) ? -1 : 1));
  const page = fitting.slice(0, limit);
  return { returns: page.map((entry) => returnPart(entry, call)), has_next: fitting.length > page.length };
}

function fits(entry: OzonReturn, filter: NonNullable<z.output<typeof listBody>['filter']>): boolean {
  const isIn = (atMs: number, one: z.output<typeof period> | undefined) =>
    one === undefined || (atMs >= one.time_from && atMs <= one.time_to);
  return (
    isIn(entry.returnedAtMs, filter.logistic_return_date) &&
    isIn(entry.changedAtMs, filter.visual_status_change_moment) &&
    filter.storage_tariffication_start_date === undefined &&
    (filter.posting_numbers === undefined || filter.posting_numbers.includes(entry.postingNumber)) &&
    (filter.offer_id === undefined || filter.offer_id === entry.offerId) &&
    (filter.visual_status_name === undefined || filter.visual_status_name === entry.status) &&
    filter.return_schema !== 'FBO'
  );
}

function returnPart(entry: OzonReturn, call: Call): Record<string, unknown> {
  return {
    // The schema says integers, the official example sends every id as text.
    id: entry.id,
    company_id: call.store.world.seller.clientId,
    return_reason_name: entry.reason,
    type: entry.type,
    schema: 'Fbs',
    order_id: call.store.posting(entry.postingNumber).orderId,
    order_number: call.store.posting(entry.postingNumber).orderNumber,
    posting_number: entry.postingNumber,
    source_id: '0',
    clearing_id: '0',
    place: { id: '1', name: 'ПВЗ', address: 'Москва' },
    target_place: { id: '2', name: 'Склад', address: 'Москва' },
    storage: { sum: { currency_code: entry.currency, price: 0 }, tariffication_start_date: null },
    product: {
      sku: entry.sku,
      offer_id: entry.offerId,
      name: entry.name,
      price: { currency_code: entry.currency, price: Number(entry.price) },
      quantity: entry.quantity,
    },
    logistic: { return_date: instant(entry.returnedAtMs), final_moment: null, barcode: entry.barcode },
    visual: {
      status: { id: 1, display_name: entry.status, sys_name: entry.status },
      change_moment: instant(entry.changedAtMs),
    },
    compensation_status: null,
  };
}

function listRfbsReturns(
  { limit, last_id: lastId = '0', filter = {} }: z.output<typeof rfbsBody>,
  call: Call,
): unknown {
  checkLimit(limit, 1000);
  const groups = filter.group_state ?? ['All'];
  const fitting = call.store.world.afterSales.rfbsReturns
    .filter(
      (entry) =>
        BigInt(entry.id) > BigInt(lastId) &&
        (groups.includes('All') || groups.includes(entry.groupState)) &&
        (filter.posting_number === undefined || filter.posting_number === entry.postingNumber) &&
        (filter.offer_id === undefined || filter.offer_id === entry.offerId) &&
        (filter.created_at === undefined ||
          (entry.createdAtMs >= filter.created_at.from && entry.createdAtMs <= filter.created_at.to)),
    )
    .toSorted((left, right) => (BigInt(left.id) < BigInt(right.id) ? -1 : 1));
  const page = fitting.slice(0, limit);
  return { returns: page.map((entry) => rfbsPart(entry, call)), last_id: int64(page.at(-1)?.id ?? '0') };
}

function rfbsPart(entry: OzonRfbsReturn, { store }: Call): Record<string, unknown> {
  const posting = store.posting(entry.postingNumber);
  return {
    return_id: int64(entry.id),
    return_number: `R-${entry.id}`,
    posting_number: entry.postingNumber,
    order_number: posting.orderNumber,
    client_name: '',
    created_at: instant(entry.createdAtMs),
    product: {
      sku: int64(entry.sku),
      offer_id: entry.offerId,
      name: entry.name,
      price: Math.round(Number(entry.price)),
      currency_code: entry.currency,
    },
    state: {
      group_state: entry.groupState,
      state: entry.groupState,
      state_name: entry.groupState,
      money_return_state_name: '',
    },
  };
}
