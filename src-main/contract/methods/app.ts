import { z } from 'zod';
import { beforeReady, command, query } from '../method.ts';
import { done, nothing } from '../values.ts';

export const preferencesSchema = z.strictObject({
  language: z.enum(['system', 'zh-CN', 'zh-TW', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  undoWindowMs: z.number().int().min(0).max(60_000),
  pushTracking: z.enum(['print', 'hand-over', 'first-scan']),
  /** The order of labels in a batch when a print does not say. */
  batchSort: z.enum(['given', 'by-sku', 'singles-first']),
  batchIsReversed: z.boolean(),
  /** A notice of the system when orders come in, or a shop falls silent. */
  hasNotices: z.boolean(),
  hasSound: z.boolean(),
  /** No sound and no notice of new orders in these hours; alarms come through. Minutes of the day, here. */
  hasQuietHours: z.boolean(),
  quietFromMinute: z.number().int().min(0).max(1_439),
  quietToMinute: z.number().int().min(0).max(1_439),
  /** A notice when a clock of an order comes near: a day, four hours, one hour before, and when it is over. */
  hasAlarms: z.boolean(),
  startsAtLogin: z.boolean(),
  /** Closing the window leaves the app at work in the tray. */
  staysInTray: z.boolean(),
  /** The place that the window opens with. */
  firstPlace: z.enum(['today', 'board']),
  hasSeenTour: z.boolean(),
});
export type PreferencesView = z.infer<typeof preferencesSchema>;

/**
 * starting — the store is being opened or migrated · new-passphrase — no OS keychain: the seller chooses one ·
 * passphrase — asked at each start · recovery — the store could not be opened · first-run — no shop yet · ready.
 */
export const PHASES = ['starting', 'new-passphrase', 'passphrase', 'recovery', 'first-run', 'ready'] as const;

export const appStateSchema = z.strictObject({
  phase: z.enum(PHASES),
  /** For 'recovery': why (wrong-key, newer-version, damaged, migration-failed, in-use …). */
  fault: z.string().nullable(),
  /** Resolved language of the window. */
  locale: z.enum(['zh-CN', 'zh-TW', 'en']),
  preferences: preferencesSchema,
  platform: z.enum(['win32', 'darwin', 'linux']),
  version: z.string(),
  dataFolder: z.string(),
  isDemo: z.boolean(),
});
export type AppStateView = z.infer<typeof appStateSchema>;

export const appMethods = {
  'app.state': beforeReady(query(nothing, appStateSchema)),
  'app.setPreferences': beforeReady(command(preferencesSchema.partial(), preferencesSchema)),
  'app.choosePassphrase': beforeReady(
    command(z.strictObject({ passphrase: z.string().max(200) }), done, ['passphrase-too-short']),
  ),
  'app.unlock': beforeReady(command(z.strictObject({ passphrase: z.string().max(200) }), done, ['wrong-passphrase'])),
  /** Opens the data folder in the file manager. */
  'app.showDataFolder': beforeReady(command(nothing, done)),
  /** Opens an https link of a seller centre in the browser; only hosts of known platforms. */
  'app.openLink': command(z.strictObject({ url: z.url().max(2_000) }), done, ['refused']),
  /** Only for machines: the window says that the board has been drawn. */
  'app.boardDrawn': command(nothing, done),
};
