import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import type { NewJournalEntry } from '../ports/store-rows.ts';

/** A line in the timeline of the order whose parcel another's goods came into, or left. */
export async function tellLead(
  { clock }: Pick<AppDeps, 'clock'>,
  tx: Writes,
  leadId: OrderId,
  body: { readonly kind: 'companion-joined' | 'companion-left'; readonly companion: OrderId },
  by: Pick<NewJournalEntry, 'actor' | 'commandId'>,
): Promise<void> {
  const { actor, commandId } = by;
  await tx.appendJournal([{ orderId: leadId, atMs: clock.nowMs(), actor, commandId, body }]);
}
