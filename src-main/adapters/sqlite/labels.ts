import { LABEL_KINDS } from '../../core/label/label-kind.ts';
import type { LabelRow } from '../../app/ports/store-printing.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import type { Connection, SqlRow } from './connection.ts';
import { bytes, id, integer, nullable, oneOf, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { upsertInto } from './sql-text.ts';

const toLabelColumns = rowMapper<Omit<LabelRow, 'document'> & LabelRow['document']>('label_document', 'id', {
  id: id(),
  orderId: id(),
  parcelId: id(),
  source: oneOf(['platform', 'file', 'own']),
  fileName: nullable(text),
  kind: oneOf(LABEL_KINDS),
  bytes,
  sha256: text,
  createdAtMs: integer,
});

const toKind = rowMapper<Pick<LabelRow['document'], 'kind'>>('label_document', 'id', { kind: oneOf(LABEL_KINDS) });

function toLabel(row: SqlRow): LabelRow {
  const { kind, bytes: content, ...label } = toLabelColumns(row);
  return { ...label, document: { kind, bytes: content } };
}

const LABEL = 'SELECT * FROM label_document WHERE id = ?';
export const LATEST_LABEL = `SELECT * FROM label_document WHERE order_id = ?
  ORDER BY created_at_ms DESC, row_id DESC LIMIT 1`;
const KIND = 'SELECT id, kind FROM label_document WHERE id = ?';
const SAVE = upsertInto('label_document', 'id', [
  'id',
  'order_id',
  'parcel_id',
  'source',
  'file_name',
  'kind',
  'sha256',
  'created_at_ms',
  'bytes',
]);

/** Reading of label documents. */
export function labelReads(connection: Connection): Pick<Reads, 'label' | 'latestLabel' | 'labelKind'> {
  return {
    label: async (labelId) => connection.one(toLabel, LABEL, [labelId]),
    labelKind: async (labelId) => connection.one(toKind, KIND, [labelId])?.kind ?? null,
    latestLabel: async (orderId) => connection.one(toLabel, LATEST_LABEL, [orderId]),
  };
}

/** Writing of label documents. */
export function labelWrites(connection: Connection): Pick<Writes, 'saveLabel'> {
  return {
    saveLabel: async (row) => {
      connection.run(SAVE, {
        id: row.id,
        order_id: row.orderId,
        parcel_id: row.parcelId,
        source: row.source,
        file_name: row.fileName,
        kind: row.document.kind,
        sha256: row.sha256,
        created_at_ms: row.createdAtMs,
        bytes: row.document.bytes,
      });
    },
  };
}
