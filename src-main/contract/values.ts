import { z } from 'zod';
import { CARD_SIGNS, DUE_FILTERS, SIZE_FILTERS } from '../core/order/card-filter.ts';
import { CHECK_CODES } from '../core/order/checks.ts';
import { LANES } from '../core/order/lane.ts';
import { HOLD_REASONS, CASE_KINDS } from '../core/order/work.ts';
import { PLATFORMS } from '../core/shared/platform.ts';

/** Schemas that several areas share. Everything from the window is bounded. */
export const idSchema = z.string().min(1).max(80);
export const idsSchema = z.array(idSchema).min(1).max(2_000);
export const nothing = z.strictObject({});
export const done = z.strictObject({ done: z.literal(true) });
export const laneSchema = z.enum(LANES);
export const platformSchema = z.enum(PLATFORMS);
export const timeSchema = z.number().int().nonnegative().max(8_640_000_000_000_000);
export const shortText = z.string().max(200);
export const noteText = z.string().max(4_000);
export const holdReasonSchema = z.enum(HOLD_REASONS);
export const caseKindSchema = z.enum(CASE_KINDS);
export const checkCodeSchema = z.enum(CHECK_CODES);
export const codeParams = z.record(z.string(), z.string());
export const moneySchema = z.strictObject({ minor: z.number().int(), currency: z.string() });
/** PNG bytes for an <img>, as base64 without the data: prefix. */
export const pngBase64 = z.string();

/** Which cards are meant (core/order/card-filter.ts). */
export const filterSchema = z.strictObject({
  platforms: z.array(platformSchema).max(PLATFORMS.length),
  shopIds: z.array(idSchema).max(50),
  lanes: z.array(laneSchema).max(LANES.length),
  due: z.enum(DUE_FILTERS).nullable(),
  dueSpan: z.strictObject({ fromMs: timeSchema, toMs: timeSchema }).optional(),
  stoppedBy: checkCodeSchema.optional(),
  heldFor: holdReasonSchema.optional(),
  waitsFor: z.string().max(100).optional(),
  countries: z.array(z.string().max(2)).max(100),
  services: z.array(shortText).max(100),
  tagIds: z.array(idSchema).max(50),
  size: z.enum(SIZE_FILTERS).nullable(),
  signs: z.array(z.enum(CARD_SIGNS)).max(CARD_SIGNS.length),
  text: z.string().max(200),
});
