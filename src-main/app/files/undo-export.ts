import { ContractError } from '../../contract/errors.ts';
import type { AppDeps } from '../deps.ts';
import { exportRecords, saveExportRecords } from './export-record.ts';
import { announceNumbers, settleRow, toldRows } from './told-numbers.ts';
import { isNumberRow } from './waiting-numbers.ts';

/** What the timeline says of it. */
const TAKEN_BACK = 'export-undone';

/** The seller centre refused the file: its numbers wait again as they did before. Throws ContractError 'not-found'. */
export async function undoExport(deps: AppDeps, exportId: string): Promise<{ readonly count: number }> {
  const nowMs = deps.clock.nowMs();
  const undone = await deps.store.write(async (tx) => {
    for (const shop of await tx.shops()) {
      const records = await exportRecords(tx, shop.id);
      const record = records.find((candidate) => candidate.exportId === exportId);
      if (record === undefined) continue;
      const rows = await toldRows(tx, record);
      for (const row of rows) {
        const before = record.effects.find((effect) => effect.id === row.id);
        const state = before?.state ?? 'queued';
        const settledAtMs = state === 'gave-up' ? nowMs : null;
        const back = { ...row, state, lastCode: before?.lastCode ?? null, dueAtMs: nowMs, settledAtMs };
        await settleRow(tx, back, nowMs, TAKEN_BACK);
      }
      await saveExportRecords(
        tx,
        shop.id,
        records.filter((candidate) => candidate !== record),
      );
      return { shopId: shop.id, rows };
    }
    throw new ContractError('not-found');
  });
  await announceNumbers(
    deps,
    undone.shopId,
    undone.rows.flatMap((row) => row.orderId ?? []),
  );
  return { count: new Set(undone.rows.filter(isNumberRow).map((row) => row.effect.parcelId)).size };
}
