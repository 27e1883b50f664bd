import { z } from 'zod';
import { MEDIA_TRACKINGS, PRINTER_LANGUAGES, ROTATIONS } from '../../core/label/printer-profile.ts';
import { command, query } from '../method.ts';
import { done, idSchema, idsSchema, nothing, pngBase64, shortText, timeSchema } from '../values.ts';
import { outcomeListSchema } from './outcome.ts';

export const profileSchema = z.strictObject({
  language: z.enum(PRINTER_LANGUAGES),
  dpi: z.union([z.literal(203), z.literal(300), z.literal(600)]),
  mediaWidthMm: z.number().min(10).max(300),
  mediaHeightMm: z.number().min(10).max(500),
  gapMm: z.number().min(0).max(30),
  mediaTracking: z.enum(MEDIA_TRACKINGS),
  headDots: z.number().int().min(64).max(10_000),
  offsetXMm: z.number().min(-50).max(50),
  offsetYMm: z.number().min(-50).max(50),
  rotation: z.union(ROTATIONS.map((rotation) => z.literal(rotation))),
  density: z.number().int().min(0).max(30).nullable(),
  speedIps: z.number().min(1).max(14).nullable(),
});

export const printerSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  host: z.string(),
  port: z.number().int(),
  profile: profileSchema,
  isDefault: z.boolean(),
  isVirtual: z.boolean(),
});
export type PrinterView = z.infer<typeof printerSchema>;

export const printJobSchema = z.strictObject({
  id: idSchema,
  orderId: idSchema,
  printerId: idSchema,
  remoteId: z.string(),
  state: z.enum(['waiting', 'queued', 'sending', 'sent', 'confirmed', 'unknown', 'failed', 'cancelled']),
  step: z.string(),
  copy: z.number().int(),
  createdAtMs: timeSchema,
  settledAtMs: timeSchema.nullable(),
  byteCount: z.number().int(),
  preview: pngBase64.nullable(),
  warnings: z.array(z.string()),
});
export type PrintJobView = z.infer<typeof printJobSchema>;

export const paperSchema = z.strictObject({
  id: z.string(),
  atMs: timeSchema,
  widthDots: z.number().int(),
  heightDots: z.number().int(),
  language: z.string(),
  byteCount: z.number().int(),
  png: pngBase64,
});
export type PaperView = z.infer<typeof paperSchema>;

export const printingMethods = {
  /** One key to paper: confirm where needed, label by the rules, print. Pressed twice it prints once. */
  'printing.print': command(z.strictObject({ ids: idsSchema }), outcomeListSchema, ['printer-missing']),
  /** Prints again, counted; the reason is asked from the third copy on. */
  'printing.reprint': command(z.strictObject({ id: idSchema, reason: shortText }), outcomeListSchema, [
    'printer-missing',
    'not-found',
  ]),
  /** The seller's answer about a job that broke while sending: did the paper come out? */
  'printing.answer': command(z.strictObject({ jobId: idSchema, cameOut: z.boolean() }), done, [
    'not-found',
    'printer-missing',
  ]),
  'printing.retry': command(z.strictObject({ jobId: idSchema }), done, ['not-found', 'printer-missing']),
  'printing.cancel': command(z.strictObject({ jobId: idSchema }), done, ['not-found', 'already-left']),
  'printing.jobs': query(
    z.strictObject({ limit: z.number().int().min(1).max(200) }),
    z.strictObject({ jobs: z.array(printJobSchema) }),
  ),
  'printing.printers': query(nothing, z.strictObject({ printers: z.array(printerSchema) })),
  'printing.savePrinter': command(
    z.strictObject({
      id: idSchema.nullable(),
      name: shortText.min(1),
      host: z.string().min(1).max(255),
      port: z.number().int().min(1).max(65_535),
      profile: profileSchema,
      isDefault: z.boolean(),
    }),
    z.strictObject({ id: idSchema }),
  ),
  'printing.removePrinter': command(z.strictObject({ id: idSchema }), done, ['not-found']),
  /** Sends the test page and says what is certain about it. */
  'printing.testPage': command(
    z.strictObject({ id: idSchema }),
    z.strictObject({ outcome: z.enum(['sent', 'not-sent', 'uncertain']), reason: z.string().nullable() }),
    ['not-found'],
  ),
  /** What the virtual printer put out, newest first. */
  'printing.papers': query(nothing, z.strictObject({ papers: z.array(paperSchema) })),
};
