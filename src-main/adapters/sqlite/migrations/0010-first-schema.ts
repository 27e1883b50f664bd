import type { Migration } from '../migration.ts';
import { BOARD_TABLES } from './0010-board-tables.ts';
import { LEDGER_TABLES } from './0010-ledger-tables.ts';
import { ORDER_TABLES } from './0010-order-tables.ts';
import { SHOP_TABLES } from './0010-shop-tables.ts';

/** Every table of the first release. Released migrations are never edited or renumbered. */
export const firstSchema: Migration = {
  version: 10,
  name: 'first-schema',
  up(connection) {
    for (const sql of [SHOP_TABLES, ORDER_TABLES, BOARD_TABLES, LEDGER_TABLES]) connection.exec(sql);
  },
};
