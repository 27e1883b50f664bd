import { createHttp } from '../../src-main/adapters/http/node-http.ts';
import type { SqliteStore } from '../../src-main/adapters/sqlite/open-store.ts';
import { systemClock } from '../../src-main/adapters/system/system-clock.ts';
import { cardViews } from '../../src-main/app/orders/card-view.ts';
import type { CardRow } from '../../src-main/app/ports/store-board.ts';
import { allConnectors } from '../support/all-connectors.ts';

const connectors = allConnectors(createHttp({ fetch }), systemClock);

/** Does what is left to do for the window once the store has told its cards. */
export async function showCards(store: SqliteStore, cards: readonly CardRow[]): Promise<void> {
  await cardViews({ store, connectors }, cards);
}
