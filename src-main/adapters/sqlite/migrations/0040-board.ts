import type { Migration } from '../migration.ts';
import { BOARD_FILTER_TABLES } from './0040-board-tables.ts';
import { CASE_TABLES } from './0040-case-tables.ts';
import { STOCK_TABLES } from './0040-stock-tables.ts';
import { TODAY_INDEXES } from './0040-today-indexes.ts';

/** A board one wants to live in: filters, tags, views; files and cases of orders; stock. */
export const board: Migration = {
  version: 40,
  name: 'board',
  rebuilds: true,
  up(connection) {
    for (const sql of [BOARD_FILTER_TABLES, CASE_TABLES, STOCK_TABLES, TODAY_INDEXES]) connection.exec(sql);
  },
};
