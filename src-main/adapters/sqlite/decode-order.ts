import type { Address } from '../../core/address/address.ts';
import { CHECK_CODES, type Check } from '../../core/order/checks.ts';
import type { Money } from '../../core/money/money.ts';
import {
  ALERTS,
  PLATFORM_STEPS,
  type Cancellation,
  type OrderFacts,
  type OrderLine,
  type RemoteParcel,
} from '../../core/order/facts.ts';
import {
  CASE_KINDS,
  CASE_OUTCOMES,
  CASE_REASONS,
  EMPTY_WORK,
  HOLD_REASONS,
  type ClosedCase,
  type CorrectedAddress,
  type Hold,
  type OpenCase,
  type OrderWork,
  type Parcel,
} from '../../core/order/work.ts';
import {
  id,
  integer,
  json,
  list,
  nullable,
  object,
  oneOf,
  record,
  text,
  truth,
  withDefault,
  type Fields,
} from './decode.ts';

/** Facts that have a column. */
export type FactsInColumns = Pick<
  OrderFacts,
  'platform' | 'remoteId' | 'remoteOrderNumber' | 'stage' | 'placedAtMs' | 'shipByMs'
>;
/** What is left of the facts, and of the work, once columns and tables have theirs: kept as JSON. */
export type FactsAsJson = Omit<OrderFacts, keyof FactsInColumns | 'lines' | 'address'>;
export type WorkAsJson = Omit<OrderWork, 'parcels'>;

const cancellation = object<Cancellation>({
  reason: text,
  by: oneOf(['seller', 'buyer', 'platform', 'carrier', 'unknown']),
  afterHandOver: truth,
});

const items = list(object({ lineRemoteId: text, quantity: integer }));

const remoteParcel = object<RemoteParcel>({
  trackingNumber: text,
  carrier: nullable(text),
  shippedAtMs: nullable(integer),
  items: nullable(items),
});

export const factsJson = json(
  object<FactsAsJson>({
    rawStatus: text,
    rawSubstatus: nullable(text),
    deliverByMs: nullable(integer),
    buyerId: nullable(text),
    buyerName: nullable(text),
    country: nullable(text),
    customsId: nullable(text),
    isAddressSealed: withDefault(truth, false),
    buyerNote: nullable(text),
    steps: list(oneOf(PLATFORM_STEPS)),
    openSteps: nullable(list(oneOf(PLATFORM_STEPS))),
    alerts: list(oneOf(ALERTS)),
    trackingNumber: nullable(text),
    remoteParcels: withDefault(list(remoteParcel), []),
    total: nullable(object<Money>({ minor: integer, currency: text })),
    service: nullable(text),
    cancellation: nullable(cancellation),
    scanCodes: list(text),
  }),
);

const hold = object<Hold>({
  reason: oneOf(HOLD_REASONS),
  note: text,
  sinceMs: integer,
  untilMs: nullable(integer),
});

/** Reasons, later notes and reports came with version 40. */
const caseFields: Fields<OpenCase> = {
  id: id(),
  kind: oneOf(CASE_KINDS),
  reason: nullable(oneOf(CASE_REASONS)),
  note: text,
  notes: withDefault(list(object({ atMs: integer, text })), []),
  openedAtMs: integer,
  dueAtMs: nullable(integer),
  afterSaleId: nullable(id()),
};
const closedCase = object<ClosedCase>({
  ...caseFields,
  closedAtMs: integer,
  outcome: nullable(oneOf(CASE_OUTCOMES)),
});

const addressFields: Fields<Address> = {
  name: text,
  phone: nullable(text),
  lines: list(text),
  city: nullable(text),
  region: nullable(text),
  postcode: nullable(text),
  country: nullable(text),
};
export const correctedAddress = object<CorrectedAddress>({ address: object(addressFields), correctedFrom: text });

export const workJson = json(
  object<WorkAsJson>({
    confirmedAtMs: nullable(integer),
    hold: nullable(hold),
    acceptedChecks: list(oneOf(CHECK_CODES)),
    exception: nullable(object({ note: text, sinceMs: integer })),
    deliveredAtMs: nullable(integer),
    cancel: nullable(object({ reasonId: text, atMs: integer })),
    cases: list(object<OpenCase>(caseFields)),
    pastCases: withDefault(list(closedCase), EMPTY_WORK.pastCases),
    tags: withDefault(list(id()), EMPTY_WORK.tags),
    correctedAddress: nullable(correctedAddress),
    promisedMs: nullable(integer),
    shipsWith: nullable(id()),
    note: text,
    closedAtMs: nullable(integer),
  }),
);

export const checksJson = json(
  list(object<Check>({ code: oneOf(CHECK_CODES), blocking: truth, params: record(text) })),
);

/** Columns of order_line; the price has two of them. */
export const LINE_FIELDS: Fields<Omit<OrderLine, 'unitPrice'> & PriceColumns> = {
  remoteId: text,
  remoteSku: text,
  sku: text,
  title: text,
  variant: nullable(text),
  quantity: integer,
  unitPriceMinor: nullable(integer),
  unitPriceCurrency: nullable(text),
};

interface PriceColumns {
  readonly unitPriceMinor: number | null;
  readonly unitPriceCurrency: string | null;
}

export const PARCEL_FIELDS: Fields<Parcel> = {
  id: id(),
  trackingNumber: nullable(text),
  carrier: nullable(text),
  items: nullable(json(items)),
  labelId: nullable(id()),
  labelledAtMs: nullable(integer),
  labelledFor: nullable(text),
  handedOverAtMs: nullable(integer),
};

/** Columns of the table of addresses. */
export const ADDRESS_FIELDS: Fields<Address> = { ...addressFields, lines: json(list(text)) };
