import { z } from 'zod';
import { command, query } from '../method.ts';
import { done, idSchema, nothing, platformSchema, shortText, timeSchema } from '../values.ts';

export const shopSchema = z.strictObject({
  id: idSchema,
  platform: platformSchema,
  name: z.string(),
  isDemo: z.boolean(),
  isPaused: z.boolean(),
  isSyncing: z.boolean(),
  currency: z.string().nullable(),
  keyExpiresAtMs: timeSchema.nullable(),
  lastGoodSyncMs: timeSchema.nullable(),
  /** Set while the shop is late past its own cadence (15 minutes). */
  isStale: z.boolean(),
  lastFault: z.string().nullable(),
  nextSyncMs: timeSchema.nullable(),
  oddOrderCount: z.number().int(),
  /** file — orders come in by the platform's export files, numbers go back by its bulk-ship file. */
  mode: z.enum(['api', 'file']),
  /** The settings that are no secret, to fill the form again. */
  settings: z.record(z.string(), z.string()),
  /** A first sync, or a long catching-up, under way or stopped. */
  backfill: z
    .strictObject({ part: z.number().min(0).max(1).nullable(), orderCount: z.number().int(), isStopped: z.boolean() })
    .nullable(),
  /** The platform's clock minus ours, as last seen. */
  clockSkewMs: z.number().int().nullable(),
  lastReconcile: z
    .strictObject({
      atMs: timeSchema,
      missing: z.number().int(),
      stale: z.number().int(),
      unreadable: z.number().int(),
    })
    .nullable(),
  openCaseCount: z.number().int(),
  /** Codes of what does not stop the orders: 'clock-off', 'after-sales:<code>', 'missing-role:<path>' … */
  warnings: z.array(z.string()),
  /** File mode: tracking numbers that no export has taken yet. */
  waitingForExport: z.number().int(),
});
export type ShopView = z.infer<typeof shopSchema>;

export const settingFieldSchema = z.strictObject({
  key: z.string(),
  secret: z.boolean(),
  required: z.boolean(),
  pattern: z.string(),
  defaultValue: z.string(),
  input: z.enum(['text', 'date', 'authorisation-code']),
  /** Null: free text. */
  choices: z.array(z.string()).nullable(),
  isRare: z.boolean(),
});

const settingsSchema = z.record(z.string().max(60), z.string().max(2_000));

export const checkResultSchema = z.union([
  z.strictObject({
    ok: z.literal(true),
    shopName: z.string(),
    currency: z.string().nullable(),
    keyExpiresAtMs: timeSchema.nullable(),
    warnings: z.array(z.string()),
  }),
  z.strictObject({ ok: z.literal(false), code: z.string(), detail: z.string() }),
]);
export type ShopCheckView = z.infer<typeof checkResultSchema>;

/** missing — the pull had not brought it · stale — open here, not open there · unreadable — could not be read afresh. */
const reconcileReportSchema = z.strictObject({
  atMs: timeSchema,
  checked: z.number().int(),
  differences: z.array(
    z.strictObject({
      kind: z.enum(['missing', 'stale', 'unreadable']),
      remoteId: z.string(),
      orderId: idSchema.nullable(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});

/** Hours of a promise by shop, as they are kept. */
export const keptPromisesSchema = z.record(z.string(), z.number());

export const shopMethods = {
  'shops.list': query(nothing, z.strictObject({ nowMs: timeSchema, shops: z.array(shopSchema) })),
  /** Platforms that can be connected, with their forms. */
  'shops.platforms': query(
    nothing,
    z.strictObject({
      platforms: z.array(
        z.strictObject({
          platform: platformSchema,
          settings: z.array(settingFieldSchema),
          /** The seller centre's page that shows the credentials. */
          credentialsUrl: z.string(),
          isAuthorisedInBrowser: z.boolean(),
          withoutApi: z.array(z.strictObject({ step: z.string(), deepLink: z.string() })),
        }),
      ),
    }),
  ),
  /** The page where the seller lets the app in; null while a setting that it needs is missing. */
  'shops.authorizeUrl': query(
    z.strictObject({ platform: platformSchema, settings: settingsSchema }),
    z.strictObject({ url: z.string().nullable() }),
  ),
  /** `shopId` names the shop whose settings these are: what is left empty of its secrets is taken from it. */
  'shops.test': command(
    z.strictObject({ platform: platformSchema, settings: settingsSchema, shopId: idSchema.optional() }),
    checkResultSchema,
  ),
  /** Tests, and keeps the shop only when the test passed. */
  'shops.connect': command(
    z.strictObject({
      platform: platformSchema,
      name: shortText,
      settings: settingsSchema,
      /** As in shops.test. */
      shopId: idSchema.optional(),
    }),
    z.strictObject({ shopId: idSchema.nullable(), check: checkResultSchema }),
  ),
  /** A shop without API: its orders come in by files. */
  'shops.addFileShop': command(
    z.strictObject({ platform: platformSchema, name: shortText.min(1) }),
    z.strictObject({ shopId: idSchema }),
  ),
  'shops.rename': command(z.strictObject({ id: idSchema, name: shortText.min(1) }), done, ['not-found']),
  'shops.stopBackfill': command(z.strictObject({ id: idSchema }), done, ['not-found']),
  'shops.resumeBackfill': command(z.strictObject({ id: idSchema }), done, ['not-found']),
  /** Compares with the platform's own list of open orders now. */
  'shops.reconcileNow': command(z.strictObject({ id: idSchema }), done, ['not-found', 'platform-unavailable']),
  /** What the last comparison found, at most 500 differences; null before the first. */
  'shops.reconcileReport': query(
    z.strictObject({ id: idSchema }),
    z.strictObject({ report: reconcileReportSchema.nullable() }),
    ['not-found'],
  ),
  /** Orders and cases that could not be read, newest first, with the platform's own text. */
  'shops.oddOrders': query(
    z.strictObject({ id: idSchema }),
    z.strictObject({
      orders: z.array(
        z.strictObject({ remoteId: z.string().nullable(), reason: z.string(), seenAtMs: timeSchema, raw: z.string() }),
      ),
    }),
    ['not-found'],
  ),
  /** What the seller tells her buyers: hours from an order to its hand-over; null: nothing. */
  'shops.promises': query(
    nothing,
    z.strictObject({
      shops: z.array(
        z.strictObject({
          shopId: idSchema,
          name: z.string(),
          platform: platformSchema,
          hours: z.number().nullable(),
        }),
      ),
    }),
  ),
  /** For orders that come in from now on. */
  'shops.savePromise': command(
    z.strictObject({ shopId: idSchema, hours: z.number().min(1).max(720).nullable() }),
    done,
    ['not-found'],
  ),
  'shops.pause': command(z.strictObject({ id: idSchema, isPaused: z.boolean() }), done, ['not-found']),
  'shops.remove': command(z.strictObject({ id: idSchema }), done, ['not-found']),
  'shops.syncNow': command(nothing, done),
  /** Starts the demo: simulator, virtual printer and a believable day. Safe to call twice. */
  'shops.startDemo': command(nothing, done),
};
