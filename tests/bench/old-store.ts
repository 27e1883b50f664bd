import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../src-main/adapters/sqlite/database-file.ts';
import { openStore } from '../../src-main/adapters/sqlite/open-store.ts';
import { KEY } from '../integration/sqlite/temp-store.ts';

/** Takes away what version 40 added (migrations/0040-board.ts), newest first. */
const BACK_TO_THIRTY = `
DROP INDEX parcel_handed_over;
DROP TABLE stock_move;
DROP TABLE reservation;
DROP TABLE product_alias;
ALTER TABLE product DROP COLUMN low_at;
DROP TABLE attachment_piece;
DROP TABLE attachment;
DROP INDEX after_sale_standing;
DROP TABLE order_case;
DROP TRIGGER board_search_follows;
DROP TABLE board_search;
DROP TABLE saved_view;
DROP TABLE card_tag;
DROP TABLE tag;
DROP INDEX card_lane;
DROP INDEX card_buyer;
DROP INDEX card_ships_with;
ALTER TABLE card DROP COLUMN due_kind;
ALTER TABLE card DROP COLUMN tag_ids;
ALTER TABLE card DROP COLUMN buyer_key;
ALTER TABLE card DROP COLUMN ships_with;
ALTER TABLE card DROP COLUMN stopped_by;
CREATE INDEX card_lane ON card (lane, due_sort_ms, placed_at_ms, row_id) WHERE lane IS NOT NULL;
PRAGMA user_version = 30;
`;

/**
 * Opens a copy of the closed store in the folder as the third release would have left it, and answers how long that
 * takes, and how much of it goes into the backup.
 */
export async function upgradeOldStore(from: string): Promise<{ readonly wholeMs: number; readonly backupMs: number }> {
  const folder = `${from}-old`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const file = path.join(folder, 'orders.db');
  copyAsThirdRelease(path.join(from, 'orders.db'), file);
  const startedMs = performance.now();
  let backupMs = 0;
  const store = await openStore({
    file,
    key: KEY,
    backupsDir: path.join(folder, 'backups'),
    onProgress: ({ step }) => {
      if (step === 'migrating') backupMs = performance.now() - startedMs;
    },
  });
  const wholeMs = performance.now() - startedMs;
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return { wholeMs, backupMs };
}

function copyAsThirdRelease(from: string, to: string): void {
  copyFileSync(from, to);
  const database = openDatabase({ file: to, key: KEY, mustExist: true });
  database.pragma('foreign_keys = OFF');
  database.exec(BACK_TO_THIRTY);
  database.close();
}
