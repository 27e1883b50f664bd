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
});
export type ShopView = z.infer<typeof shopSchema>;

export const settingFieldSchema = z.strictObject({
  key: z.string(),
  secret: z.boolean(),
  required: z.boolean(),
  pattern: z.string(),
  defaultValue: z.string(),
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

export const shopMethods = {
  'shops.list': query(nothing, z.strictObject({ nowMs: timeSchema, shops: z.array(shopSchema) })),
  /** Platforms that can be connected, with their forms. */
  'shops.platforms': query(
    nothing,
    z.strictObject({
      platforms: z.array(z.strictObject({ platform: platformSchema, settings: z.array(settingFieldSchema) })),
    }),
  ),
  'shops.test': command(z.strictObject({ platform: platformSchema, settings: settingsSchema }), checkResultSchema),
  /** Tests, and keeps the shop only when the test passed. */
  'shops.connect': command(
    z.strictObject({ platform: platformSchema, name: shortText, settings: settingsSchema }),
    z.strictObject({ shopId: idSchema.nullable(), check: checkResultSchema }),
  ),
  'shops.pause': command(z.strictObject({ id: idSchema, isPaused: z.boolean() }), done, ['not-found']),
  'shops.remove': command(z.strictObject({ id: idSchema }), done, ['not-found']),
  'shops.syncNow': command(nothing, done),
  /** Starts the demo: simulator, virtual printer and a believable day. Safe to call twice. */
  'shops.startDemo': command(nothing, done),
};
