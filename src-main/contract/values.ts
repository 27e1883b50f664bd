import { z } from 'zod';
import { CHECK_CODES } from '../core/order/checks.ts';
import { LANES } from '../core/order/lane.ts';
import { HOLD_REASONS, CASE_KINDS } from '../core/order/work.ts';
import { PLATFORMS } from '../core/shared/platform.ts';

/** Schemas that several areas share. Everything from the window is bounded. */
export const idSchema = z.string().min(1).max(80);
export const idsSchema = z.array(idSchema).min(1).max(500);
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
