import type { OrderId, ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Reads, Writes } from '../ports/store.ts';
import type { EffectRow, EffectState } from '../ports/store-outbox.ts';
import type { ExportRecord } from './export-record.ts';

/** `lastCode` of a number that a file told the platform. */
export const EXPORTED = 'exported';

/** Rows that still count as told by this export. */
export async function toldRows(reads: Reads, record: ExportRecord): Promise<EffectRow[]> {
  const rows: EffectRow[] = [];
  for (const { id } of record.effects) {
    const row = await reads.effect(id);
    if (row !== null && row.state === 'by-hand' && row.lastCode === EXPORTED) rows.push(row);
  }
  return rows;
}

export async function settleRows(
  tx: Writes,
  rows: readonly EffectRow[],
  end: { readonly state: EffectState; readonly lastCode: string; readonly settledAtMs: number },
): Promise<void> {
  for (const row of rows) await settleRow(tx, { ...row, ...end }, end.settledAtMs);
}

export async function settleRow(
  tx: Writes,
  row: EffectRow,
  atMs: number,
  code: string | null = row.lastCode,
): Promise<void> {
  await tx.saveEffect(row);
  if (row.orderId === null) return;
  const body = { kind: 'effect-settled', effect: row.effect.kind, state: row.state, code } as const;
  await tx.appendJournal([{ orderId: row.orderId, atMs, actor: 'seller', commandId: null, body }]);
}

/** Tells the window that numbers of these orders went out, or wait again. */
export async function announceNumbers(deps: AppDeps, shopId: ShopId, orderIds: readonly OrderId[]): Promise<void> {
  const revision = await deps.store.read.revision();
  deps.log.info('numbers-exported', { shopId, count: orderIds.length });
  deps.events.emit('outbox.changed', { revision });
  deps.events.emit('shops.changed', { revision });
  deps.events.emit('orders.changed', { ids: [...new Set(orderIds)], revision });
}
