import type { AttachmentView } from '../../contract/methods/attachments.ts';
import type { AttachmentRow } from '../ports/store-attachments.ts';

/** A file as the window lists it. */
export function attachmentView({ id, caseId, fileName, media, sizeBytes, addedAtMs }: AttachmentRow): AttachmentView {
  return { id, caseId, fileName, media, sizeBytes, addedAtMs };
}
