import { ContractError } from '../../contract/errors.ts';
import type { AttachmentId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { AttachmentRow } from '../ports/store-attachments.ts';
import { announceFile, tellOfFile } from './announce-file.ts';

/**
 * Hides a file, or brings a hidden one back for as long as its bytes are there. What is so already stays so. Throws
 * ContractError 'not-found'.
 */
export async function hideAttachment(deps: AppDeps, id: AttachmentId, isHidden: boolean): Promise<void> {
  const changed = await deps.store.write(async (tx): Promise<AttachmentRow | null> => {
    const row = await tx.attachmentRow(id);
    if (row === null) throw new ContractError('not-found');
    if ((row.removedAtMs !== null) === isHidden) return null;
    await tx.saveAttachment({ ...row, removedAtMs: isHidden ? deps.clock.nowMs() : null });
    await tellOfFile(deps, tx, row, isHidden ? 'file-removed' : 'file-added');
    return row;
  });
  if (changed !== null) await announceFile(deps, changed);
}
