import { ContractError } from '../../contract/errors.ts';
import type { MethodInput } from '../../contract/index.ts';
import type { AttachmentView } from '../../contract/methods/attachments.ts';
import type { AttachmentMedia } from '../../core/attachment/media.ts';
import type { Order } from '../../core/order/order.ts';
import type { AttachmentId, CaseId, OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { AttachmentRow } from '../ports/store-attachments.ts';
import type { Writes } from '../ports/store.ts';
import { breathe } from '../sync/breathe.ts';
import { announceFile, tellOfFile } from './announce-file.ts';
import { attachmentView } from './attachment-view.ts';
import { cleanFileName } from './clean-file-name.ts';
import { mediaOf } from './media-of.ts';

const MEGABYTE = 1024 * 1024;
const LIMIT_MB = 20;
const MOST_FILES = 100;
/** The board must be answered within 50 ms while a file is written: a megabyte takes some ten. */
const PIECE_BYTES = MEGABYTE;

/**
 * Keeps a file with an order or one of its cases. Throws ContractError 'not-found' (no such order, or case of it),
 * 'file-unreadable' with the reason ('empty', 'broken', 'unknown-kind'), 'file-too-large' or 'too-many' with the limit.
 */
export async function addAttachment(deps: AppDeps, input: MethodInput<'attachments.add'>): Promise<AttachmentView> {
  const bytes = bytesOf(input.base64);
  const media = mediaOrThrow(bytes);
  const row: AttachmentRow = {
    id: deps.ids.next() as AttachmentId,
    orderId: input.orderId as OrderId,
    caseId: input.caseId as CaseId | null,
    fileName: cleanFileName(input.fileName, media),
    media,
    sizeBytes: bytes.length,
    addedAtMs: deps.clock.nowMs(),
    removedAtMs: null,
  };
  await keep(deps, row, bytes);
  await announceFile(deps, row);
  return attachmentView(row);
}

/**
 * Writes a file piece by piece, as one that was removed, and shows it with the last piece: what a kill leaves behind is
 * dropped as removed files are.
 */
async function keep(deps: AppDeps, row: AttachmentRow, bytes: Uint8Array): Promise<void> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    const piece = bytes.subarray(start, start + PIECE_BYTES);
    const isLast = start + PIECE_BYTES >= bytes.length;
    await deps.store.write(async (tx) => {
      if (start === 0) {
        await check(tx, row);
        await tx.addAttachment({ ...row, removedAtMs: row.addedAtMs }, piece);
      } else await tx.appendAttachment(row.id, piece);
      if (!isLast) return;
      await tx.saveAttachment(row);
      await tellOfFile(deps, tx, row, 'file-added');
    });
    if (!isLast) await breathe();
  }
}

async function check(tx: Writes, { orderId, caseId }: AttachmentRow): Promise<void> {
  const order = await tx.order(orderId);
  if (order === null || !hasCase(order, caseId)) throw new ContractError('not-found');
  const count = (await tx.attachments(order.id)).length;
  if (count >= MOST_FILES) throw new ContractError('too-many', { limit: MOST_FILES });
}

/** Decoding skips what is no base64, so a damaged text gives fewer bytes than it must. */
function bytesOf(base64: string): Uint8Array {
  const padding = base64.endsWith('==') ? 2 : Number(base64.endsWith('='));
  const length = (base64.length / 4) * 3 - padding;
  if (length > LIMIT_MB * MEGABYTE) throw new ContractError('file-too-large', { limitMb: LIMIT_MB });
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== length) throw new ContractError('file-unreadable', { reason: 'broken' });
  return bytes;
}

function mediaOrThrow(bytes: Uint8Array): AttachmentMedia {
  const media = mediaOf(bytes);
  if (media === null)
    throw new ContractError('file-unreadable', { reason: bytes.length === 0 ? 'empty' : 'unknown-kind' });
  return media;
}

function hasCase({ work }: Order, caseId: CaseId | null): boolean {
  return caseId === null || [...work.cases, ...work.pastCases].some((one) => one.id === caseId);
}
