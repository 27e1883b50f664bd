import type { AttachmentRow } from '../../app/ports/store-attachments.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import { ATTACHMENT_MEDIA } from '../../core/attachment/media.ts';
import type { Connection } from './connection.ts';
import { bytes, id, integer, nullable, oneOf, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { insertInto, updateOf, type Columns } from './sql-text.ts';

const toAttachment = rowMapper<AttachmentRow>('attachment', 'id', {
  id: id(),
  orderId: id(),
  caseId: nullable(id()),
  fileName: text,
  media: oneOf(ATTACHMENT_MEDIA),
  sizeBytes: integer,
  addedAtMs: integer,
  removedAtMs: nullable(integer),
});
const toPiece = rowMapper<{ readonly bytes: Uint8Array }>('attachment_piece', 'row_id', { bytes });

export const ATTACHMENTS_OF_ORDER = `SELECT * FROM attachment WHERE order_id = ? AND removed_at_ms IS NULL
  ORDER BY added_at_ms, row_id`;
const BY_ID = 'SELECT * FROM attachment WHERE id = ?';
const PIECES = `SELECT attachment_piece.* FROM attachment
  JOIN attachment_piece ON attachment_piece.attachment_row = attachment.row_id
  WHERE attachment.id = ? ORDER BY attachment_piece.row_id`;

type AttachmentReads = Pick<Reads, 'attachments' | 'attachment' | 'attachmentRow'>;

/** Reading of the seller's files. Only `attachment` reads bytes. */
export function attachmentReads(connection: Connection): AttachmentReads {
  return {
    attachments: async (orderId) => connection.list(toAttachment, ATTACHMENTS_OF_ORDER, [orderId]),
    attachmentRow: async (attachmentId) => connection.one(toAttachment, BY_ID, [attachmentId]),
    attachment: async (attachmentId) => {
      const row = connection.one(toAttachment, BY_ID, [attachmentId]);
      if (row === null) return null;
      const pieces = connection.all(PIECES, [attachmentId]).map((piece) => toPiece(piece).bytes);
      return { row, bytes: Buffer.concat(pieces) };
    },
  };
}

const COLUMNS = [
  'id',
  'order_id',
  'case_id',
  'file_name',
  'media',
  'size_bytes',
  'added_at_ms',
  'removed_at_ms',
] as const;
const INSERT = insertInto('attachment', COLUMNS);
const APPEND = `INSERT INTO attachment_piece (attachment_row, bytes)
  SELECT attachment.row_id, ? FROM attachment WHERE attachment.id = ?`;
const UPDATE = updateOf('attachment', 'id', COLUMNS);
/** Freeing a megabyte takes some ten milliseconds: its pages are read for it. */
const PIECES_AT_ONCE = 2;
export const DROP_PIECES = `DELETE FROM attachment_piece WHERE row_id IN (
  SELECT attachment_piece.row_id FROM attachment
  JOIN attachment_piece ON attachment_piece.attachment_row = attachment.row_id
  WHERE attachment.removed_at_ms < ? LIMIT ${PIECES_AT_ONCE})`;
export const DROP_ATTACHMENTS = 'DELETE FROM attachment WHERE removed_at_ms < ?';

type AttachmentWrites = Pick<Writes, 'addAttachment' | 'appendAttachment' | 'saveAttachment' | 'dropAttachments'>;

/** Writing of the seller's files. */
export function attachmentWrites(connection: Connection): AttachmentWrites {
  return {
    addAttachment: async (row, piece) =>
      connection.atomic(() => {
        connection.run(INSERT, columnsOf(row));
        connection.run(APPEND, [piece, row.id]);
      }),
    appendAttachment: async (attachmentId, piece) =>
      connection.change('attachment', attachmentId, APPEND, [piece, attachmentId]),
    saveAttachment: async (row) => connection.change('attachment', row.id, UPDATE, columnsOf(row)),
    dropAttachments: async (removedBeforeMs) => {
      const { changes: pieces } = connection.run(DROP_PIECES, [removedBeforeMs]);
      return pieces > 0 ? pieces : connection.run(DROP_ATTACHMENTS, [removedBeforeMs]).changes;
    },
  };
}

function columnsOf(row: AttachmentRow): Columns<(typeof COLUMNS)[number]> {
  return {
    id: row.id,
    order_id: row.orderId,
    case_id: row.caseId,
    file_name: row.fileName,
    media: row.media,
    size_bytes: row.sizeBytes,
    added_at_ms: row.addedAtMs,
    removed_at_ms: row.removedAtMs,
  };
}
