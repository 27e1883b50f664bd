import fc from 'fast-check';
import type { Address } from '../../../src-main/core/address/address.ts';
import { CHECK_CODES, type Check } from '../../../src-main/core/order/checks.ts';
import {
  ALERTS,
  PLATFORM_STEPS,
  REMOTE_STAGES,
  type OrderFacts,
  type OrderLine,
} from '../../../src-main/core/order/facts.ts';
import type { Order } from '../../../src-main/core/order/order.ts';
import {
  CASE_KINDS,
  CASE_OUTCOMES,
  CASE_REASONS,
  HOLD_REASONS,
  type ClosedCase,
  type OpenCase,
  type OrderWork,
  type Parcel,
} from '../../../src-main/core/order/work.ts';
import type { AfterSaleId, CaseId, LabelId, OrderId, ParcelId, TagId } from '../../../src-main/core/shared/ids.ts';
import { PLATFORMS } from '../../../src-main/core/shared/platform.ts';
import { SHOP_ID } from './sample-orders.ts';

/** Any text: quotes, control characters, NUL, emoji, every script. */
const anyText = fc.string({ unit: 'binary', maxLength: 30 });
const anyTime = fc.integer({ min: 0, max: 8_640_000_000_000_000 });
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 });
const anyId = <Id extends string>() => fc.uuid({ version: 7 }) as unknown as fc.Arbitrary<Id>;

const anyLine: fc.Arbitrary<OrderLine> = fc.record({
  remoteId: anyText,
  remoteSku: anyText,
  sku: anyText,
  title: anyText,
  variant: orNull(anyText),
  quantity: fc.integer(),
  unitPrice: orNull(fc.record({ minor: fc.maxSafeInteger(), currency: fc.constantFrom('RUB', 'CNY', 'KRW') })),
});

const anyItem = fc.record({ lineRemoteId: anyText, quantity: fc.integer({ min: 1, max: 99 }) });

const anyAddress: fc.Arbitrary<Address> = fc.record({
  name: anyText,
  phone: orNull(anyText),
  lines: some(anyText),
  city: orNull(anyText),
  region: orNull(anyText),
  postcode: orNull(anyText),
  country: orNull(anyText),
});

const anyFacts: fc.Arbitrary<OrderFacts> = fc.record({
  platform: fc.constantFrom(...PLATFORMS),
  remoteId: anyText,
  remoteOrderNumber: anyText,
  stage: fc.constantFrom(...REMOTE_STAGES),
  rawStatus: anyText,
  rawSubstatus: orNull(anyText),
  placedAtMs: anyTime,
  shipByMs: orNull(anyTime),
  deliverByMs: orNull(anyTime),
  lines: some(anyLine),
  buyerId: orNull(anyText),
  buyerName: orNull(anyText),
  country: orNull(anyText),
  address: orNull(anyAddress),
  isAddressSealed: fc.boolean(),
  customsId: orNull(anyText),
  buyerNote: orNull(anyText),
  steps: some(fc.constantFrom(...PLATFORM_STEPS)),
  openSteps: orNull(some(fc.constantFrom(...PLATFORM_STEPS))),
  alerts: some(fc.constantFrom(...ALERTS)),
  trackingNumber: orNull(anyText),
  remoteParcels: some(
    fc.record({
      trackingNumber: anyText,
      carrier: orNull(anyText),
      shippedAtMs: orNull(anyTime),
      items: orNull(some(anyItem)),
    }),
  ),
  total: orNull(fc.record({ minor: fc.maxSafeInteger(), currency: fc.constantFrom('RUB', 'USD') })),
  service: orNull(anyText),
  cancellation: orNull(
    fc.record({
      reason: anyText,
      by: fc.constantFrom('seller', 'buyer', 'platform', 'carrier', 'unknown'),
      afterHandOver: fc.boolean(),
    }),
  ),
  scanCodes: some(anyText),
});

const anyParcel: fc.Arbitrary<Parcel> = fc.record({
  id: anyId<ParcelId>(),
  items: orNull(some(anyItem)),
  trackingNumber: orNull(anyText),
  carrier: orNull(anyText),
  labelId: orNull(anyId<LabelId>()),
  labelledAtMs: orNull(anyTime),
  labelledFor: orNull(anyText),
  handedOverAtMs: orNull(anyTime),
});

const caseModel = {
  id: anyId<CaseId>(),
  kind: fc.constantFrom(...CASE_KINDS),
  reason: orNull(fc.constantFrom(...CASE_REASONS)),
  note: anyText,
  notes: some(fc.record({ atMs: anyTime, text: anyText })),
  openedAtMs: anyTime,
  dueAtMs: orNull(anyTime),
  afterSaleId: orNull(anyId<AfterSaleId>()),
};
const anyCase: fc.Arbitrary<OpenCase> = fc.record(caseModel);
const anyPastCase: fc.Arbitrary<ClosedCase> = fc.record({
  ...caseModel,
  closedAtMs: anyTime,
  outcome: orNull(fc.constantFrom(...CASE_OUTCOMES)),
});
const FEW_TAGS = [1, 2, 3].map((number) => `01900000-0000-7000-a000-00000000000${number}` as TagId);

const anyWork: fc.Arbitrary<OrderWork> = fc.record({
  confirmedAtMs: orNull(anyTime),
  hold: orNull(
    fc.record({ reason: fc.constantFrom(...HOLD_REASONS), note: anyText, sinceMs: anyTime, untilMs: orNull(anyTime) }),
  ),
  parcels: some(anyParcel),
  acceptedChecks: some(fc.constantFrom(...CHECK_CODES)),
  exception: orNull(fc.record({ note: anyText, sinceMs: anyTime })),
  deliveredAtMs: orNull(anyTime),
  cancel: orNull(fc.record({ reasonId: anyText, atMs: anyTime })),
  cases: some(anyCase),
  pastCases: some(anyPastCase),
  tags: fc.subarray(FEW_TAGS),
  correctedAddress: orNull(fc.record({ address: anyAddress, correctedFrom: anyText })),
  promisedMs: orNull(anyTime),
  shipsWith: orNull(anyId<OrderId>()),
  note: anyText,
  closedAtMs: orNull(anyTime),
});

const anyCheck: fc.Arbitrary<Check> = fc.record({
  code: fc.constantFrom(...CHECK_CODES),
  blocking: fc.boolean(),
  params: fc.dictionary(
    anyText.filter((key) => key !== '__proto__'),
    anyText,
    { maxKeys: 3, noNullPrototype: true },
  ),
});

/** Any order that the types allow, of the sample shop. */
export const anyOrder: fc.Arbitrary<Order> = fc.record({
  id: anyId<OrderId>(),
  shopId: fc.constant(SHOP_ID),
  facts: anyFacts,
  work: anyWork,
  checks: some(anyCheck),
  createdAtMs: anyTime,
  updatedAtMs: anyTime,
});

/** Several orders with ids and remote ids of their own. */
export const anyOrders: fc.Arbitrary<Order[]> = fc
  .uniqueArray(anyOrder, { minLength: 1, maxLength: 8, selector: (order) => order.id })
  .map((orders) =>
    orders.map((order, index) => ({
      ...order,
      facts: { ...order.facts, remoteId: `${order.facts.remoteId}#${index}` },
    })),
  );
