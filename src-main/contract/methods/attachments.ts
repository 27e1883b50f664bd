import { z } from 'zod';
import { ATTACHMENT_MEDIA } from '../../core/attachment/media.ts';
import { command, query } from '../method.ts';
import { done, idSchema, pngBase64, shortText, timeSchema } from '../values.ts';

export const attachmentSchema = z.strictObject({
  id: idSchema,
  /** The case it belongs to; null: the order. */
  caseId: idSchema.nullable(),
  fileName: z.string(),
  media: z.enum(ATTACHMENT_MEDIA),
  sizeBytes: z.number().int(),
  addedAtMs: timeSchema,
});
export type AttachmentView = z.infer<typeof attachmentSchema>;

/** Photos, PDFs and texts that the seller keeps with an order or one of its cases. Encrypted with the store. */
export const attachmentsMethods = {
  /** The media type is read from the bytes, never believed. At most 20 MB a file, 100 files an order. */
  'attachments.add': command(
    z.strictObject({
      orderId: idSchema,
      caseId: idSchema.nullable(),
      fileName: shortText.min(1),
      base64: z.string().max(28_000_000),
    }),
    z.strictObject({ attachment: attachmentSchema }),
    ['not-found', 'file-unreadable', 'file-too-large', 'too-many'],
  ),
  'attachments.read': query(
    z.strictObject({ id: idSchema }),
    z.strictObject({ attachment: attachmentSchema, base64: z.string() }),
    ['not-found'],
  ),
  /** Pictures of a PDF's first 20 pages, to be read in the window without a PDF reader. */
  'attachments.pages': query(
    z.strictObject({ id: idSchema }),
    z.strictObject({ pages: z.array(z.strictObject({ png: pngBase64, widthMm: z.number(), heightMm: z.number() })) }),
    ['not-found', 'file-unreadable'],
  ),
  /** Hides it; `attachments.restore` brings it back within a day, after that its bytes are gone. */
  'attachments.remove': command(z.strictObject({ id: idSchema }), done, ['not-found']),
  'attachments.restore': command(z.strictObject({ id: idSchema }), done, ['not-found']),
};
