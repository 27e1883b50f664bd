import * as z from 'zod';
import { instant, int64 } from '../answers/values.ts';
import { badArgument } from '../refusal.ts';
import { route, type Call } from '../route.ts';
import { int64Field, limitField, sortDirectionField } from '../schema/fields.ts';
import { checkLimit } from '../schema/refuse-body.ts';
import type { OzonDeliveryMethod, OzonWarehouse } from '../world.ts';

const highestLimit = 200;

const warehouseBody = z.strictObject({
  limit: limitField,
  cursor: z.string().optional(),
  warehouse_ids: z.array(int64Field).max(200).optional(),
});

const methodBody = z.strictObject({
  limit: limitField,
  cursor: z.string().optional(),
  sort_dir: sortDirectionField.optional(),
  filter: z
    .strictObject({
      delivery_method_ids: z.array(int64Field).optional(),
      provider_ids: z.array(int64Field).optional(),
      warehouse_ids: z.array(int64Field).optional(),
      status: z.array(z.enum(['NEW', 'EDITED', 'ACTIVE', 'DISABLED', 'WAITING', 'BROKEN'])).optional(),
    })
    .optional(),
});

export const warehouseRoutes = [
  route({ path: '/v2/warehouse/list', schema: warehouseBody, handle: listWarehouses }),
  route({ path: '/v2/delivery-method/list', schema: methodBody, handle: listMethods }),
];

function listWarehouses(body: z.output<typeof warehouseBody>, { store }: Call): unknown {
  const wanted = body.warehouse_ids ?? [];
  const fitting = store.world.warehouses.filter((entry) => wanted.length === 0 || wanted.includes(entry.warehouseId));
  const page = slice(fitting, body);
  return { warehouses: page.items.map(warehousePart), cursor: page.cursor, has_next: page.hasNext };
}

function listMethods(body: z.output<typeof methodBody>, { store }: Call): unknown {
  const filter = body.filter ?? {};
  const isWanted = (wanted: readonly string[] | undefined, id: string): boolean =>
    wanted === undefined || wanted.length === 0 || wanted.includes(id);
  const fitting = store.world.deliveryMethods.filter(
    (method) =>
      isWanted(filter.delivery_method_ids, method.methodId) &&
      isWanted(filter.provider_ids, method.providerId) &&
      isWanted(filter.warehouse_ids, method.warehouseId) &&
      isWanted(filter.status, 'ACTIVE'),
  );
  const page = slice(body.sort_dir === 'DESC' ? fitting.toReversed() : fitting, body);
  return { delivery_methods: page.items.map(methodPart), cursor: page.cursor, has_next: page.hasNext };
}

/** These lists are short and never change, so their cursor is just a place in them. */
function slice<T>(
  items: readonly T[],
  body: { limit: number; cursor?: string | undefined },
): { items: T[]; cursor: string; hasNext: boolean } {
  checkLimit(body.limit, highestLimit);
  const start = readPlace(body.cursor ?? '');
  const end = start + body.limit;
  return {
    items: items.slice(start, end),
    cursor: writePlace(Math.min(end, items.length)),
    hasNext: end < items.length,
  };
}

function writePlace(place: number): string {
  return Buffer.from(`place:${place}`).toString('base64');
}

function readPlace(cursor: string): number {
  if (cursor === '') return 0;
  const place = /^place:(\d{1,9})$/u.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
  if (place === undefined) throw badArgument('Request validation error: invalid Cursor: value is not a cursor');
  return Number(place);
}

function warehousePart(warehouse: OzonWarehouse): Record<string, unknown> {
  return {
    warehouse_id: int64(warehouse.warehouseId),
    name: warehouse.name,
    status: 'created',
    warehouse_type: warehouse.isRealFbs ? 'rfbs' : 'fbs',
    carriage_label_type: warehouse.labelSize,
    address_info: { address: warehouse.address, latitude: 29.3069, longitude: 120.0753, utc: warehouse.timeZone },
    is_rfbs: warehouse.isRealFbs,
    is_express: false,
    is_kgt: false,
    is_comfort: false,
    is_auto_assembly: false,
    is_waybill_enabled: false,
    with_item_list: false,
    has_entrusted_acceptance: false,
    has_postings_limit: false,
    min_postings_limit: 0,
    postings_limit: -1,
    cut_in_time: 2880,
    sla_cut_in: 1440,
    courier_comment: '',
    courier_phones: [],
    phone: '',
    first_mile: {
      type: 'DROP_OFF',
      dropoff_point_id: '',
      first_mile_is_changing: false,
      timeslot_id: 0,
      timeslot_from: '',
      timeslot_to: '',
    },
    working_days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'],
    timetable: null,
    pause_at: null,
    created_at: instant(warehouse.createdAtMs),
    updated_at: instant(warehouse.createdAtMs),
  };
}

function methodPart(method: OzonDeliveryMethod): Record<string, unknown> {
  return {
    id: int64(method.methodId),
    name: method.name,
    status: 'ACTIVE',
    warehouse_id: int64(method.warehouseId),
    provider_id: int64(method.providerId),
    template_id: 0,
    tpl_integration_type: method.integration,
    cutoff: method.cutoff,
    sla_cut_in: method.minutesToPack,
    is_express: false,
    tpl_dropoff_point: null,
    created_at: instant(method.createdAtMs),
    updated_at: instant(method.createdAtMs),
  };
}
