import type { AppDeps } from '../deps.ts';
import type { AttachmentRow } from '../ports/store-attachments.ts';
import type { Writes } from '../ports/store.ts';

/** A line in the order's timeline. It tells what the file is, never its name: that may be a buyer's. */
export async function tellOfFile(
  { clock }: Pick<AppDeps, 'clock'>,
  tx: Writes,
  { orderId, media }: AttachmentRow,
  kind: 'file-added' | 'file-removed',
): Promise<void> {
  const entry = { orderId, atMs: clock.nowMs(), actor: 'seller', commandId: null, body: { kind, media } } as const;
  await tx.appendJournal([entry]);
}

/** Tells the window whose files changed; the list of cases counts those of each. */
export async function announceFile(
  { store, events }: Pick<AppDeps, 'store' | 'events'>,
  { orderId, caseId }: AttachmentRow,
): Promise<void> {
  const revision = await store.read.revision();
  events.emit('orders.changed', { ids: [orderId], revision });
  if (caseId !== null) events.emit('afterSales.changed', { revision });
}
