import type { ViewRow } from '../../app/ports/store-filters.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import { CARD_SIGNS, DUE_FILTERS, SIZE_FILTERS, type CardFilter, type DueSpan } from '../../core/order/card-filter.ts';
import { CHECK_CODES } from '../../core/order/checks.ts';
import { LANES } from '../../core/order/lane.ts';
import { HOLD_REASONS } from '../../core/order/work.ts';
import { PLATFORMS } from '../../core/shared/platform.ts';
import type { Connection } from './connection.ts';
import { id, integer, json, list, nullable, object, oneOf, text, withDefault, type Decoder } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { upsertInto } from './sql-text.ts';

const unlessMissing = <T>(decoder: Decoder<T>) => withDefault<T | undefined>(decoder, undefined);

const toView = rowMapper<ViewRow>('saved_view', 'id', {
  id: id(),
  name: text,
  filter: json(
    object<CardFilter>({
      platforms: list(oneOf(PLATFORMS)),
      shopIds: list(text),
      lanes: list(oneOf(LANES)),
      due: nullable(oneOf(DUE_FILTERS)),
      dueSpan: unlessMissing(object<DueSpan>({ fromMs: integer, toMs: integer })),
      stoppedBy: unlessMissing(oneOf(CHECK_CODES)),
      heldFor: unlessMissing(oneOf(HOLD_REASONS)),
      waitsFor: unlessMissing(text),
      countries: list(text),
      services: list(text),
      tagIds: list(text),
      size: nullable(oneOf(SIZE_FILTERS)),
      signs: list(oneOf(CARD_SIGNS)),
      text,
    }),
  ),
  position: integer,
});

const VIEWS = 'SELECT * FROM saved_view ORDER BY position, id';
const SAVE = upsertInto('saved_view', 'id', ['id', 'name', 'filter', 'position']);
const REMOVE = 'DELETE FROM saved_view WHERE id = ?';

/** Reading of the filters that the seller keeps. */
export function viewReads(connection: Connection): Pick<Reads, 'views'> {
  return { views: async () => connection.list(toView, VIEWS) };
}

/** Writing of the filters that the seller keeps. */
export function viewWrites(connection: Connection): Pick<Writes, 'saveView' | 'removeView'> {
  return {
    saveView: async ({ id: viewId, name, filter, position }) => {
      connection.run(SAVE, { id: viewId, name, filter: JSON.stringify(filter), position });
    },
    removeView: async (viewId) => {
      connection.run(REMOVE, [viewId]);
    },
  };
}
