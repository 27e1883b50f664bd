import * as z from 'zod';
import { postingV4, type ListExtras } from '../answers/posting-v4.ts';
import { pageOf, type Page } from '../cursor.ts';
import { badArgument } from '../refusal.ts';
import { route, type Call } from '../route.ts';
import { instantField, limitField, sortDirectionField } from '../schema/fields.ts';
import { checkLimit } from '../schema/refuse-body.ts';
import { fitsListOnly, fitsShared, isBetween, listOnlyFilter, sharedFilter } from './list-filter.ts';

const leapYear = 366 * 86_400_000;
const highestLimit = 100;

/** The official example puts `translit` among the extras, the schema beside them. */
const extras = z.strictObject({
  analytics_data: z.boolean().optional(),
  barcodes: z.boolean().optional(),
  financial_data: z.boolean().optional(),
  legal_info: z.boolean().optional(),
  translit: z.boolean().optional(),
});

const paging = {
  cursor: z.string().optional(),
  limit: limitField,
  sort_dir: sortDirectionField.optional(),
  translit: z.boolean().optional(),
  with: extras.optional(),
};

const listBody = z.strictObject({
  ...paging,
  filter: z.strictObject({ since: instantField, to: instantField, ...listOnlyFilter, ...sharedFilter }),
});

const unfulfilledBody = z.strictObject({
  ...paging,
  filter: z
    .strictObject({
      cutoff_from: instantField.optional(),
      cutoff_to: instantField.optional(),
      delivering_date_from: instantField.optional(),
      delivering_date_to: instantField.optional(),
      ...sharedFilter,
      // The official example writes the name without the `d`.
      last_change_status_date: sharedFilter.last_changed_status_date,
    })
    .optional(),
});

type ListBody = z.output<typeof listBody>;
type UnfulfilledBody = z.output<typeof unfulfilledBody>;

/** The text of the unfulfilled list names these; `cancelled` is among them, `delivered` is not. */
const unfulfilled = new Set([
  'awaiting_registration',
  'acceptance_in_progress',
  'awaiting_approve',
  'awaiting_packaging',
  'awaiting_deliver',
  'arbitration',
  'client_arbitration',
  'delivering',
  'driver_pickup',
  'cancelled',
  'not_accepted',
]);

export const postingListRoutes = [
  route({ path: '/v4/posting/fbs/list', schema: listBody, handle: listPostings }),
  route({ path: '/v4/posting/fbs/unfulfilled/list', schema: unfulfilledBody, handle: listUnfulfilled }),
];

function listPostings(body: ListBody, call: Call): unknown {
  checkLimit(body.limit, highestLimit);
  const { since, to, ...filter } = body.filter;
  checkPeriod(since, to);
  const fitting = call.store
    .byProcessTime()
    .filter(
      (posting) =>
        isBetween(posting.inProcessAtMs, since, to) &&
        fitsListOnly(posting, filter) &&
        fitsShared(call.store, posting, filter),
    );
  return pageAnswer(pageOf(fitting, pageRequest(body)), body, call);
}

function listUnfulfilled(body: UnfulfilledBody, call: Call): unknown {
  checkLimit(body.limit, highestLimit);
  const period = unfulfilledPeriod(body.filter ?? {});
  checkPeriod(period.from, period.to);
  const filter = { ...body.filter };
  filter.last_changed_status_date ??= filter.last_change_status_date;
  const fitting = call.store.byProcessTime().filter((posting) => {
    const atMs = period.by === 'cutoff' ? posting.shipmentDateMs : posting.deliveringAtMs;
    return (
      unfulfilled.has(posting.status) &&
      atMs !== null &&
      isBetween(atMs, period.from, period.to) &&
      fitsShared(call.store, posting, filter)
    );
  });
  return { ...pageAnswer(pageOf(fitting, pageRequest(body)), body, call), count: fitting.length };
}

function unfulfilledPeriod(filter: NonNullable<UnfulfilledBody['filter']>): {
  by: 'cutoff' | 'delivering';
  from: number;
  to: number;
} {
  const {
    cutoff_from: cutoffFrom,
    cutoff_to: cutoffTo,
    delivering_date_from: fromMs,
    delivering_date_to: toMs,
  } = filter;
  const hasCutoff = cutoffFrom !== undefined && cutoffTo !== undefined;
  const hasDelivering = fromMs !== undefined && toMs !== undefined;
  if (hasCutoff && hasDelivering)
    throw badArgument('only one of filter.cutoff or filter.delivering_date must be specified');
  if (hasCutoff) return { by: 'cutoff', from: cutoffFrom, to: cutoffTo };
  if (hasDelivering) return { by: 'delivering', from: fromMs, to: toMs };
  throw badArgument('either filter.cutoff or filter.delivering_date must be specified');
}

function checkPeriod(sinceMs: number, toMs: number): void {
  if (toMs < sinceMs) throw badArgument('Request validation error: invalid Filter.To: value must be after Since');
  if (toMs - sinceMs > leapYear) throw badArgument('PERIOD_IS_TOO_LONG');
}

function pageRequest(body: ListBody | UnfulfilledBody): Parameters<typeof pageOf>[1] {
  return { cursor: body.cursor ?? '', limit: body.limit, direction: body.sort_dir ?? 'ASC', filter: body.filter };
}

function pageAnswer(
  page: Page,
  body: { with?: (ListExtras & { translit?: boolean | undefined }) | undefined; translit?: boolean | undefined },
  call: Call,
): Record<string, unknown> {
  const asked = body.with ?? {};
  const isLatin = body.translit === true || asked.translit === true;
  return {
    cursor: page.cursor,
    has_next: page.hasNext,
    postings: page.postings.map((posting) => postingV4(call.store, posting, asked, isLatin)),
  };
}
