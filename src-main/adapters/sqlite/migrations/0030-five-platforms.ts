import type { Migration } from '../migration.ts';
import { AFTER_SALE_TABLE, OUTBOX_WITHOUT_ORDERS, SHOP_COLUMNS } from './0030-sync-tables.ts';

/** Five platforms: connectors' notebooks, cases from the platforms, shops by file, effects without an order. */
export const fivePlatforms: Migration = {
  version: 30,
  name: 'five-platforms',
  up(connection) {
    for (const sql of [SHOP_COLUMNS, AFTER_SALE_TABLE, OUTBOX_WITHOUT_ORDERS]) connection.exec(sql);
  },
};
