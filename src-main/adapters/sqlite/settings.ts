import type { Reads, Writes } from '../../app/ports/store.ts';
import type { Connection } from './connection.ts';
import { text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { upsertInto } from './sql-text.ts';

const toSetting = rowMapper<{ readonly value: string }>('setting', 'name', { value: text });

const SETTING = 'SELECT * FROM setting WHERE name = ?';
const SAVE = upsertInto('setting', 'name', ['name', 'value']);

/** Reading of what the seller set. */
export function settingReads(connection: Connection): Pick<Reads, 'setting'> {
  return { setting: async (name) => connection.one(toSetting, SETTING, [name])?.value ?? null };
}

/** Writing of what the seller set. */
export function settingWrites(connection: Connection): Pick<Writes, 'saveSetting'> {
  return {
    saveSetting: async (name, json) => {
      connection.run(SAVE, { name, value: json });
    },
  };
}
