import { z } from 'zod';
import { DEADLINE_KINDS } from '../../core/deadline/deadline.ts';
import { command, query } from '../method.ts';
import {
  checkCodeSchema,
  codeParams,
  holdReasonSchema,
  idSchema,
  idsSchema,
  moneySchema,
  noteText,
  shortText,
  timeSchema,
} from '../values.ts';
import { attachmentSchema } from './attachments.ts';
import { cardSchema } from './board.ts';
import { caseSchema } from './cases.ts';
import { outcomeListSchema } from './outcome.ts';

const addressSchema = z.strictObject({
  name: z.string(),
  phone: z.string().nullable(),
  lines: z.array(z.string()),
  city: z.string().nullable(),
  region: z.string().nullable(),
  postcode: z.string().nullable(),
  country: z.string().nullable(),
  /** The buyer's personal customs number (Korea's 개인통관고유부호), where the platform gives one. */
  customsId: z.string().nullable(),
});
export type AddressView = z.infer<typeof addressSchema>;

const correctionSchema = z.strictObject({
  name: shortText,
  phone: z.string().max(60).nullable(),
  lines: z.array(shortText).min(1).max(6),
  city: shortText.nullable(),
  region: shortText.nullable(),
  postcode: z.string().max(20).nullable(),
  country: z.string().length(2).nullable(),
});

export const timelineEntrySchema = z.strictObject({
  sequence: z.number().int(),
  atMs: timeSchema,
  actor: z.enum(['seller', 'platform', 'app']),
  /** e.g. 'work.confirmed', 'pulled', 'facts-changed', 'effect-settled', 'print-settled'. */
  kind: z.string(),
  params: codeParams,
  isUndone: z.boolean(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const parcelItemSchema = z.strictObject({
  lineRemoteId: z.string().max(200),
  quantity: z.number().int().min(1),
});
export type ParcelItemView = z.infer<typeof parcelItemSchema>;

export const effectViewSchema = z.strictObject({
  id: idSchema,
  kind: z.string(),
  state: z.string(),
  code: z.string().nullable(),
  attempts: z.number().int(),
  dueAtMs: timeSchema,
  trackingNumber: z.string().nullable(),
});
export type EffectView = z.infer<typeof effectViewSchema>;

export const orderSchema = z.strictObject({
  card: cardSchema,
  remoteOrderNumber: z.string(),
  shopName: z.string(),
  placedAtMs: timeSchema,
  shipByMs: timeSchema.nullable(),
  deliverByMs: timeSchema.nullable(),
  rawSubstatus: z.string().nullable(),
  lines: z.array(
    z.strictObject({
      remoteId: z.string(),
      sku: z.string(),
      title: z.string(),
      variant: z.string().nullable(),
      quantity: z.number().int(),
      unitPrice: moneySchema.nullable(),
      picture: z.string().nullable(),
      bin: z.string().nullable(),
      stock: z.number().int().nullable(),
    }),
  ),
  totals: z.array(moneySchema),
  /** What the buyer paid for all of it, as the platform says. */
  total: moneySchema.nullable(),
  /** Parcels that the platform knows of. */
  remoteParcels: z.array(
    z.strictObject({ trackingNumber: z.string(), carrier: z.string().nullable(), shippedAtMs: timeSchema.nullable() }),
  ),
  /** Masked; null where the platform shows the seller no address. */
  address: addressSchema.nullable(),
  /** The platform gave the address masked and opens it on request (orders.unseal). */
  isAddressSealed: z.boolean(),
  buyerNote: z.string().nullable(),
  note: z.string(),
  checks: z.array(
    z.strictObject({ code: checkCodeSchema, blocking: z.boolean(), params: codeParams, isAccepted: z.boolean() }),
  ),
  hold: z
    .strictObject({ reason: holdReasonSchema, note: z.string(), sinceMs: timeSchema, untilMs: timeSchema.nullable() })
    .nullable(),
  /** Open ones due first, then ended ones, newest first. */
  cases: z.array(caseSchema),
  attachments: z.array(attachmentSchema),
  /** Every clock that runs, the next first. */
  deadlines: z.array(
    z.strictObject({
      kind: z.enum(DEADLINE_KINDS),
      atMs: timeSchema,
      zone: z.string().nullable(),
      calendar: z.string().nullable(),
      isReported: z.boolean(),
      caseId: idSchema.nullable(),
    }),
  ),
  promisedMs: timeSchema.nullable(),
  /** The seller corrected the address; the platform's own is `originalAddress` (masked). */
  isAddressCorrected: z.boolean(),
  originalAddress: addressSchema.nullable(),
  /** What carriers would send it back for; empty where nothing was found. */
  addressFaults: z.array(z.string()),
  /** Orders of the same buyer and address on the desk, and those in the same parcel. */
  siblings: z.array(
    z.strictObject({
      orderId: idSchema,
      remoteId: z.string(),
      quantity: z.number().int(),
      isTogether: z.boolean(),
      /** Why it cannot travel in one parcel; null: it can. */
      refusal: z.string().nullable(),
    }),
  ),
  margin: z
    .strictObject({
      /** All in one currency; null: not known. */
      currency: z.string(),
      paidMinor: z.number().int().nullable(),
      feesMinor: z.number().int().nullable(),
      goodsMinor: z.number().int().nullable(),
      postageMinor: z.number().int().nullable(),
      marginMinor: z.number().int().nullable(),
      /** The fees are the shop's usual share, not what the platform took. */
      areFeesEstimated: z.boolean(),
      /** Currencies that had to be left out for want of a rate. */
      withoutRate: z.array(z.string()),
    })
    .nullable(),
  parcels: z.array(
    z.strictObject({
      id: idSchema,
      trackingNumber: z.string().nullable(),
      carrier: z.string().nullable(),
      /** Null: all of the order. */
      items: z.array(parcelItemSchema).nullable(),
      labelledAtMs: timeSchema.nullable(),
      handedOverAtMs: timeSchema.nullable(),
    }),
  ),
  /** Who gives the number and the label for this order. */
  trackingBy: z.enum(['platform', 'seller']),
  /** bought: a way to ship is chosen and bought through the platform first (labels.offers, labels.buy). */
  labelBy: z.enum(['platform', 'bought', 'seller']),
  label: z
    .strictObject({ id: idSchema, source: z.enum(['platform', 'file', 'own']), fileName: z.string().nullable() })
    .nullable(),
  canCancel: z.boolean(),
  orderLink: z.string().nullable(),
  effects: z.array(effectViewSchema),
  timeline: z.array(timelineEntrySchema),
});
export type OrderView = z.infer<typeof orderSchema>;

const cancelReasonSchema = z.strictObject({ id: z.string(), title: z.string(), needsMessage: z.boolean() });

export const orderMethods = {
  'orders.get': query(z.strictObject({ id: idSchema }), orderSchema, ['not-found']),
  /** The address in full, while the seller holds the key down. Noted in the log, without the data. */
  'orders.reveal': query(z.strictObject({ id: idSchema }), z.strictObject({ address: addressSchema.nullable() }), [
    'not-found',
  ]),
  /** Asks the platform for the address in full and keeps it on the order. */
  'orders.unseal': command(z.strictObject({ id: idSchema }), z.strictObject({ address: addressSchema.nullable() }), [
    'not-found',
    'platform-unavailable',
  ]),
  'orders.raw': query(z.strictObject({ id: idSchema }), z.strictObject({ json: z.string().nullable() }), ['not-found']),
  'orders.hold': command(
    z.strictObject({ ids: idsSchema, reason: holdReasonSchema, note: shortText, untilMs: timeSchema.nullable() }),
    outcomeListSchema,
  ),
  'orders.release': command(z.strictObject({ ids: idsSchema }), outcomeListSchema),
  'orders.acceptCheck': command(z.strictObject({ id: idSchema, check: checkCodeSchema }), outcomeListSchema, [
    'not-found',
  ]),
  'orders.writeNote': command(z.strictObject({ id: idSchema, text: noteText }), outcomeListSchema, ['not-found']),
  'orders.assignTracking': command(
    z.strictObject({
      id: idSchema,
      /** Which parcel of the order, from 1. */
      parcel: z.number().int().min(1).max(20),
      trackingNumber: z.string().min(1).max(80),
      carrier: z.string().max(80).nullable(),
      /** Null: all of the order, or what was said of this parcel before. */
      items: z.array(parcelItemSchema).min(1).max(200).nullable(),
    }),
    outcomeListSchema,
    ['not-found'],
  ),
  /** Carriers that the platform takes numbers of, the likely one first; empty where it wants none. */
  'orders.carriers': query(
    z.strictObject({ id: idSchema, trackingNumber: z.string().max(80) }),
    z.strictObject({
      carriers: z.array(
        z.strictObject({
          code: z.string(),
          name: z.string(),
          isSuggested: z.boolean(),
          /** Whether the number has the shape that this carrier's numbers have; null: not known. */
          fits: z.boolean().nullable(),
        }),
      ),
      /** The one that this shop used last for this service. */
      remembered: z.string().nullable(),
    }),
    ['not-found', 'platform-unavailable'],
  ),
  'orders.cancelReasons': query(
    z.strictObject({ id: idSchema }),
    z.strictObject({ reasons: z.array(cancelReasonSchema) }),
    ['not-found', 'platform-unavailable'],
  ),
  'orders.cancel': command(
    z.strictObject({ id: idSchema, reasonId: shortText, message: noteText }),
    outcomeListSchema,
    ['not-found'],
  ),
  /** Where the parcel goes in the seller's words; null: back to the platform's. */
  'orders.correctAddress': command(
    z.strictObject({ id: idSchema, address: correctionSchema.nullable() }),
    outcomeListSchema,
    ['not-found'],
  ),
  'orders.promise': command(z.strictObject({ ids: idsSchema, untilMs: timeSchema.nullable() }), outcomeListSchema),
  /** Puts the goods of these orders into one parcel; the first that can carry leads. All or none. */
  'orders.merge': command(z.strictObject({ ids: idsSchema }), outcomeListSchema),
  /** Each in a parcel of its own again. */
  'orders.part': command(z.strictObject({ ids: idsSchema }), outcomeListSchema),
  /**
   * Keeps a label file (PDF or PNG, base64) on the order. Barcodes on it that could be a tracking number come back
   * as proposals; where exactly one stands out and the order wants a number, it is assigned (`assigned`).
   */
  'orders.attachLabel': command(
    z.strictObject({ id: idSchema, fileName: shortText, base64: z.string().max(35_000_000) }),
    z.strictObject({
      labelId: idSchema,
      proposals: z.array(z.string()),
      assigned: z.string().nullable(),
      outcome: outcomeListSchema,
    }),
    ['not-found', 'label-unreadable', 'file-too-large'],
  ),
};
