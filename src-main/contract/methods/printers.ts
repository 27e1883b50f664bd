import { z } from 'zod';
import {
  CUTS,
  MEDIA_TRACKINGS,
  PRINTER_LANGUAGES,
  PRINTER_QUIRKS,
  ROTATIONS,
} from '../../core/label/printer-profile.ts';
import { command, query } from '../method.ts';
import { done, idSchema, nothing, pngBase64, shortText, timeSchema } from '../values.ts';

const dpiSchema = z.union([z.literal(203), z.literal(300), z.literal(600)]);

export const profileSchema = z.strictObject({
  language: z.enum(PRINTER_LANGUAGES),
  dpi: dpiSchema,
  mediaWidthMm: z.number().min(10).max(300),
  mediaHeightMm: z.number().min(10).max(500),
  gapMm: z.number().min(0).max(30),
  mediaTracking: z.enum(MEDIA_TRACKINGS),
  headDots: z.number().int().min(64).max(10_000),
  offsetXMm: z.number().min(-50).max(50),
  offsetYMm: z.number().min(-50).max(50),
  rotation: z.union(ROTATIONS.map((rotation) => z.literal(rotation))),
  feedScale: z.number().min(0.9).max(1.1),
  inkThreshold: z.number().int().min(64).max(240),
  cut: z.enum(CUTS),
  quirks: z.array(z.enum(PRINTER_QUIRKS)),
  density: z.number().int().min(0).max(30).nullable(),
  speedIps: z.number().min(1).max(14).nullable(),
});

const portPath = z.string().min(1).max(1_000);
/** As PrinterAddress (app/ports/printers.ts) says. */
export const addressSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tcp'),
    host: z.string().min(1).max(255),
    port: z.number().int().min(1).max(65_535),
  }),
  z.strictObject({ kind: z.literal('queue'), name: portPath }),
  z.strictObject({ kind: z.literal('driver'), name: portPath }),
  z.strictObject({ kind: z.literal('usb'), device: portPath }),
  z.strictObject({ kind: z.literal('serial'), path: portPath, baudRate: z.number().int().min(1_200).max(4_000_000) }),
  z.strictObject({ kind: z.literal('folder'), path: portPath }),
  z.strictObject({
    kind: z.literal('print-client'),
    host: z.enum(['127.0.0.1', 'localhost']),
    port: z.number().int().min(1).max(65_535),
    /** As the client names it; '': its default one. */
    printer: z.string().max(200),
  }),
]);
export type PrinterAddressView = z.infer<typeof addressSchema>;

export const roleSchema = z.enum(['label', 'slip', 'sheet', 'waybill']);
export type PrinterRoleView = z.infer<typeof roleSchema>;

export const statusSchema = z.discriminatedUnion('kind', [
  /** `conditions` are PRINTER_CONDITIONS of app/ports/printers.ts; empty: ready. */
  z.strictObject({ kind: z.literal('answered'), conditions: z.array(z.string()), isBusy: z.boolean() }),
  z.strictObject({ kind: z.literal('silent') }),
  z.strictObject({ kind: z.literal('unreachable'), reason: z.string() }),
]);

export const printerSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  address: addressSchema,
  profile: profileSchema,
  roles: z.array(roleSchema),
  isVirtual: z.boolean(),
  /** The last word of the printer; null while nobody has asked. */
  status: statusSchema.nullable(),
  statusAtMs: timeSchema.nullable(),
});
export type PrinterView = z.infer<typeof printerSchema>;

const traits = {
  model: z.string().nullable(),
  language: z.enum(PRINTER_LANGUAGES).nullable(),
  dpi: dpiSchema.nullable(),
};

export const sourceSchema = z.enum(['queues', 'usb', 'serial', 'mdns', 'network', 'print-client']);
export const foundPrinterSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  source: sourceSchema,
  address: addressSchema,
  ...traits,
  /** To begin with; the test label corrects it. */
  profile: profileSchema,
  /** The saved printer at this address; null for a new one. */
  printerId: idSchema.nullable(),
});
export type FoundPrinterView = z.infer<typeof foundPrinterSchema>;

/** What certainty a direct print (test page, slip) ended with; `reason` is a TransportOutcome's. */
export const directOutcomeSchema = z.strictObject({
  outcome: z.enum(['sent', 'confirmed', 'not-sent', 'uncertain']),
  reason: z.string().nullable(),
});
export type DirectOutcome = z.infer<typeof directOutcomeSchema>;

/** What the seller saw of the test label whose frame has `frameMm` from each edge of the stock. */
export const seenLabelSchema = z.strictObject({
  /** Clockwise turn of the print against how it should lie. */
  turned: z.union(ROTATIONS.map((rotation) => z.literal(rotation))),
  /**
   * From the paper's edges to the outside of the frame at the printed letters A (left of the print as it is read) and B
   * (above it), however it lies; negative: so much of the print is missing there; null: not looked at.
   */
  leftMm: z.number().min(-20).max(60).nullable(),
  topMm: z.number().min(-20).max(60).nullable(),
  /** Length of the printed 50 mm ruler down the paper. */
  rulerMm: z.number().min(40).max(60).nullable(),
  shade: z.enum(['pale', 'good', 'dark']),
});
export type SeenLabel = z.infer<typeof seenLabelSchema>;

export const printersMethods = {
  'printers.list': query(nothing, z.strictObject({ printers: z.array(printerSchema) })),
  'printers.save': command(
    z.strictObject({
      id: idSchema.nullable(),
      name: shortText.min(1),
      address: addressSchema,
      profile: profileSchema,
      /**
       * Roles are taken from the printer that had them. The first printer gets 'label' in any case. A print client has the
       * role 'waybill' or none, and nobody else has it; roles that do not fit are left away. The first one gets it.
       */
      roles: z.array(roleSchema),
    }),
    z.strictObject({ id: idSchema }),
    ['not-found'],
  ),
  'printers.remove': command(z.strictObject({ id: idSchema }), done, ['not-found']),
  /** Asks one printer how it is; also announced by 'printers.changed'. */
  'printers.askStatus': command(z.strictObject({ id: idSchema }), statusSchema, ['not-found']),
  /**
   * Looks for printers; each is announced by 'printers.found' as it turns up, and again (same `key`) when more is known
   * of it or a better way to it was found. A second search stops the first.
   */
  'printers.find': command(
    z.strictObject({ sources: z.array(sourceSchema).min(1) }),
    z.strictObject({
      printers: z.array(foundPrinterSchema),
      reports: z.array(
        z.strictObject({
          source: sourceSchema,
          state: z.enum(['done', 'unavailable', 'stopped']),
          code: z.string().nullable(),
        }),
      ),
    }),
  ),
  'printers.stopFinding': command(nothing, done),
  /** Asks a printer what it is; every trait null when it says nothing. */
  'printers.probe': command(
    z.strictObject({ address: addressSchema }),
    /** `profile`: to begin with, as for a found printer. */
    z.strictObject({ ...traits, profile: profileSchema }),
  ),
  /**
   * Prints one test label without saving anything. language — small, tells by what comes out whether the language is
   * right · frame — rulers, frame, arrows, bars, shades, in the profile's size.
   */
  'printers.tryOut': command(
    z.strictObject({ address: addressSchema, profile: profileSchema, page: z.enum(['language', 'frame']) }),
    directOutcomeSchema,
  ),
  /** The picture of that test label, as the printer would put it out. */
  'printers.testPicture': query(
    z.strictObject({ profile: profileSchema, page: z.enum(['language', 'frame']) }),
    z.strictObject({ png: pngBase64 }),
  ),
  /** The profile put right by what the seller saw on the frame label. */
  'printers.correct': query(
    z.strictObject({ profile: profileSchema, seen: seenLabelSchema }),
    z.strictObject({ profile: profileSchema }),
  ),
  /** Prints the frame label on a saved printer. */
  'printers.testPage': command(z.strictObject({ id: idSchema }), directOutcomeSchema, ['not-found']),
};
