import type { TagRow } from '../../app/ports/store-filters.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import type { OrderId, TagId } from '../../core/shared/ids.ts';
import { TAG_COLOURS } from '../../core/tag/tag.ts';
import type { Connection } from './connection.ts';
import { id, oneOf, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { upsertInto } from './sql-text.ts';

const toTag = rowMapper<TagRow>('tag', 'id', { id: id(), name: text, colour: oneOf(TAG_COLOURS) });

const TAGS = 'SELECT * FROM tag ORDER BY row_id';
export const TAG_COUNTS = 'SELECT tag_id, count(*) AS count FROM card_tag WHERE is_open = 1 GROUP BY tag_id';
export const ORDERS_WITH_TAG = `SELECT card.order_id FROM card_tag JOIN card ON card.row_id = card_tag.order_row
  WHERE card_tag.tag_id = ? ORDER BY card_tag.order_row`;
const SAVE = upsertInto('tag', 'id', ['id', 'name', 'colour']);
const REMOVE = 'DELETE FROM tag WHERE id = ?';

/** Reading of tags, the oldest first, and of the orders that carry them. */
export function tagReads(connection: Connection): Pick<Reads, 'tags' | 'tagCounts' | 'ordersWithTag'> {
  return {
    tags: async () => connection.list(toTag, TAGS),
    tagCounts: async () =>
      new Map(connection.all(TAG_COUNTS).map((row) => [String(row['tag_id']) as TagId, Number(row['count'])])),
    ordersWithTag: async (tagId) =>
      connection.all(ORDERS_WITH_TAG, [tagId]).map((row) => String(row['order_id']) as OrderId),
  };
}

/** Writing of tags. Which orders carry them is written with the orders. */
export function tagWrites(connection: Connection): Pick<Writes, 'saveTag' | 'removeTag'> {
  return {
    saveTag: async ({ id: tagId, name, colour }) => {
      connection.run(SAVE, { id: tagId, name, colour });
    },
    removeTag: async (tagId) => {
      connection.run(REMOVE, [tagId]);
    },
  };
}
