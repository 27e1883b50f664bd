import type { AttachmentMedia } from '../../core/attachment/media.ts';
import type { AttachmentId, CaseId, OrderId } from '../../core/shared/ids.ts';

/** A file that the seller keeps with an order or one of its cases, without its bytes. */
export interface AttachmentRow {
  readonly id: AttachmentId;
  readonly orderId: OrderId;
  readonly caseId: CaseId | null;
  readonly fileName: string;
  readonly media: AttachmentMedia;
  readonly sizeBytes: number;
  readonly addedAtMs: number;
  /** Hidden since; its bytes go a day later. */
  readonly removedAtMs: number | null;
}
