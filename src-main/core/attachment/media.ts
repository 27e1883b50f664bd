/** What may be kept with an order. */
export const ATTACHMENT_MEDIA = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'application/pdf',
  'text/plain',
] as const;
export type AttachmentMedia = (typeof ATTACHMENT_MEDIA)[number];
