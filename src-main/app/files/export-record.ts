import type { EffectId, ShopId } from '../../core/shared/ids.ts';
import type { Reads, Writes } from '../ports/store.ts';
import { EFFECT_STATES, type EffectState } from '../ports/store-outbox.ts';

/** One bulk-ship file that was made, so that it can be made again or taken back. */
export interface ExportRecord {
  readonly exportId: string;
  readonly atMs: number;
  readonly format: string;
  /** Parcels in the file. */
  readonly count: number;
  /** Effects that it told the platform of, and how they stood before. */
  readonly effects: readonly {
    readonly id: EffectId;
    readonly state: EffectState;
    readonly lastCode: string | null;
  }[];
}

const MOST_RECORDS = 10;
const settingOf = (shopId: ShopId): string => `order-file-exports:${shopId}`;

/** Exports of a shop, the newest first. */
export async function exportRecords(reads: Reads, shopId: ShopId): Promise<ExportRecord[]> {
  const json = await reads.setting(settingOf(shopId));
  if (json === null) return [];
  try {
    const kept: unknown = JSON.parse(json);
    return Array.isArray(kept) ? kept.filter(isRecord) : [];
  } catch {
    return [];
  }
}

function isRecord(value: unknown): value is ExportRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { exportId, atMs, format, count, effects } = value as Partial<Record<keyof ExportRecord, unknown>>;
  const isHead = typeof exportId === 'string' && typeof format === 'string';
  const isCounted = typeof atMs === 'number' && typeof count === 'number';
  return isHead && isCounted && Array.isArray(effects) && effects.every(isEffect);
}

function isEffect(value: unknown): boolean {
  const { id, state } = (value ?? {}) as { readonly id?: unknown; readonly state?: unknown };
  return typeof id === 'string' && EFFECT_STATES.some((known) => known === state);
}

export async function saveExportRecords(tx: Writes, shopId: ShopId, records: readonly ExportRecord[]): Promise<void> {
  await tx.saveSetting(settingOf(shopId), JSON.stringify(records.slice(0, MOST_RECORDS)));
}
