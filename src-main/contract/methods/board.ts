import { z } from 'zod';
import { DEADLINE_KINDS } from '../../core/deadline/deadline.ts';
import { command, query } from '../method.ts';
import {
  checkCodeSchema,
  codeParams,
  filterSchema,
  idSchema,
  idsSchema,
  laneSchema,
  nothing,
  platformSchema,
  timeSchema,
} from '../values.ts';
import { outcomeListSchema } from './outcome.ts';

/** What the card says it is doing right now. */
export const CARD_STEPS = [
  'confirm',
  'label',
  'printer',
  'push',
  'print-unknown',
  'print-failed',
  'push-failed',
] as const;

export const cardSchema = z.strictObject({
  orderId: idSchema,
  shopId: idSchema,
  platform: platformSchema,
  lane: laneSchema.nullable(),
  /** Full number; the card shows its tail. */
  remoteId: z.string(),
  title: z.string(),
  variant: z.string().nullable(),
  sku: z.string(),
  /** data: URL or app-scheme URL of the product picture. */
  picture: z.string().nullable(),
  quantity: z.number().int(),
  lineCount: z.number().int(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().nullable(),
  service: z.string().nullable(),
  stage: z.string(),
  rawStatus: z.string(),
  dueAtMs: timeSchema.nullable(),
  /** Which clock that is; null where none runs. */
  dueKind: z.enum(DEADLINE_KINDS).nullable(),
  sinceMs: timeSchema.nullable(),
  tagIds: z.array(idSchema),
  /** Other orders of the same buyer and address on the desk, in the same shop, where the platform lets them share a parcel. */
  siblingCount: z.number().int(),
  /** Goods that travel in one parcel: how many orders, and whether this one carries the others. */
  parcelOf: z.strictObject({ leadOrderId: idSchema, isLead: z.boolean(), orderCount: z.number().int() }).nullable(),
  hasBuyerNote: z.boolean(),
  hasLabel: z.boolean(),
  isLabelled: z.boolean(),
  trackingNumber: z.string().nullable(),
  check: z.strictObject({ code: checkCodeSchema, blocking: z.boolean(), params: codeParams }).nullable(),
  checkCount: z.number().int(),
  holdReason: z.string().nullable(),
  caseKind: z.string().nullable(),
  /** Busy or stuck in words; null when nothing goes on. `code` explains the failed ones. */
  step: z.strictObject({ step: z.enum(CARD_STEPS), code: z.string().nullable() }).nullable(),
  /** For each lane: the action a drop does, or the refusal code. */
  moves: z.record(
    laneSchema,
    z.union([z.strictObject({ action: z.string() }), z.strictObject({ refusal: z.string() })]),
  ),
});
export type CardView = z.infer<typeof cardSchema>;

export const laneCountSchema = z.strictObject({
  lane: laneSchema,
  count: z.number().int(),
  overdue: z.number().int(),
  dueSoon: z.number().int(),
});
export type LaneCountView = z.infer<typeof laneCountSchema>;

const facetSchema = z.strictObject({ value: z.string(), count: z.number().int() });

export const boardMethods = {
  /** Counts of all lanes and the revision they belong to; of the cards that the filter means where one is given. */
  'board.summary': query(
    z.strictObject({ filter: filterSchema.optional() }),
    z.strictObject({ revision: z.number().int(), nowMs: timeSchema, lanes: z.array(laneCountSchema) }),
  ),
  /** A window of one lane, late first. */
  'board.cards': query(
    z.strictObject({
      lane: laneSchema,
      offset: z.number().int().min(0).max(1_000_000),
      limit: z.number().int().min(1).max(200),
      filter: filterSchema.optional(),
    }),
    z.strictObject({ revision: z.number().int(), cards: z.array(cardSchema) }),
  ),
  /** Fresh cards by id, for updates in place; orders that left the board come back with lane null. */
  'board.cardsById': query(
    z.strictObject({ ids: idsSchema }),
    z.strictObject({ revision: z.number().int(), cards: z.array(cardSchema) }),
  ),
  /** Ids of all cards that the filter means, in board order lane by lane; `total` tells what the limit left out. */
  'board.ids': query(
    z.strictObject({ filter: filterSchema, limit: z.number().int().min(1).max(20_000) }),
    z.strictObject({ ids: z.array(idSchema), total: z.number().int() }),
  ),
  /** What cards of the board could be filtered by, with counts, most first. */
  'board.facets': query(nothing, z.strictObject({ countries: z.array(facetSchema), services: z.array(facetSchema) })),
  'board.search': query(
    z.strictObject({ query: z.string().min(1).max(200), limit: z.number().int().min(1).max(100) }),
    z.strictObject({ cards: z.array(cardSchema) }),
  ),
  /** What a scanned code means: the orders that carry it, exactly; else the product with this SKU. */
  'board.scan': query(
    z.strictObject({ code: z.string().min(1).max(200) }),
    z.strictObject({ orderIds: z.array(idSchema), sku: z.string().nullable() }),
  ),
  /**
   * Does what a drop of the cards on the lane does. Moves that need an answer first (hold, open-case) have their own
   * methods; here they are refused with 'needs-answer'. Mixed selections do what can be done.
   */
  'board.move': command(z.strictObject({ ids: idsSchema, lane: laneSchema }), outcomeListSchema),
  /** Takes back a command that has not left the outbox. */
  'board.undo': command(z.strictObject({ commandId: idSchema }), outcomeListSchema, ['already-left', 'not-found']),
};
