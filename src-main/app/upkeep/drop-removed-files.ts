import type { AppDeps } from '../deps.ts';
import { breathe } from '../sync/breathe.ts';

/** As long as a removed file can be brought back. */
const KEPT_MS = 24 * 3_600_000;

/** Lets go of files that were removed a day ago. */
export async function dropRemovedFiles({ store, clock }: Pick<AppDeps, 'store' | 'clock'>): Promise<void> {
  const removedBeforeMs = clock.nowMs() - KEPT_MS;
  while ((await store.write((tx) => tx.dropAttachments(removedBeforeMs))) > 0) await breathe();
}
