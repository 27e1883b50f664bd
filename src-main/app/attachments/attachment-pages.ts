import { ContractError } from '../../contract/errors.ts';
import type { MethodOutput } from '../../contract/index.ts';
import type { AttachmentId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { LabelUnreadable } from '../ports/printing.ts';

type Pages = MethodOutput<'attachments.pages'>['pages'];

/**
 * Pictures of a kept PDF's first pages, drawn by the worker that draws labels: a hostile file is read there, never in
 * the window. Throws ContractError 'not-found' or 'file-unreadable'.
 */
export async function attachmentPages(
  { store, rasteriser }: Pick<AppDeps, 'store' | 'rasteriser'>,
  id: AttachmentId,
): Promise<Pages> {
  const found = await store.read.attachment(id);
  if (found === null || found.row.removedAtMs !== null) throw new ContractError('not-found');
  if (found.row.media !== 'application/pdf') throw new ContractError('file-unreadable');
  try {
    const pages = await rasteriser.sourcePages({ kind: 'pdf', bytes: found.bytes });
    return pages.map(({ png, widthMm, heightMm }) => ({
      png: Buffer.from(png.buffer, png.byteOffset, png.byteLength).toString('base64'),
      widthMm,
      heightMm,
    }));
  } catch (error) {
    if (error instanceof LabelUnreadable) throw new ContractError('file-unreadable', { reason: error.reason });
    throw error;
  }
}
