/**
 * A process of its own on a store, to be killed by the test that forked it:
 * `hold` opens and waits; `write` writes units of ten orders for ever and tells each that was kept;
 * `migrate` dies by its own hand in the middle of a schema step.
 */
import type { Migration } from '../../../src-main/adapters/sqlite/migration.ts';
import { ALL_MIGRATIONS } from '../../../src-main/adapters/sqlite/migrations/all-migrations.ts';
import { openStore } from '../../../src-main/adapters/sqlite/open-store.ts';
import { labelledWork, sampleOrder, START_MS } from './sample-orders.ts';
import { KEY } from './temp-store.ts';

const [task, file = '', backupsDir = ''] = process.argv.slice(2);

const halfway: Migration = {
  version: 9_000,
  name: 'halfway',
  up(connection) {
    connection.exec('CREATE TABLE half (a TEXT) STRICT; DELETE FROM card');
  },
};

const killer: Migration = {
  version: 9_010,
  name: 'killer',
  up: () => process.kill(process.pid, 'SIGKILL'),
};

/** Unit n writes orders 10n … 10n+9, their journal and a cursor; every third unit changes the orders of the one before. */
async function writeForEver(): Promise<never> {
  const store = await openStore({ file, key: KEY, backupsDir });
  for (let unit = 0; ; unit += 1) {
    await store.write(async (tx) => {
      for (let place = 0; place < 10; place += 1) {
        const number = unit * 10 + place;
        await tx.saveOrder(sampleOrder(number));
        await tx.appendJournal([
          { orderId: sampleOrder(number).id, atMs: START_MS, actor: 'app', commandId: null, body: { kind: 'pulled' } },
        ]);
        if (unit % 3 === 2) await tx.saveOrder(sampleOrder(number - 10, { work: labelledWork(number - 10) }));
      }
      await tx.saveCursor(sampleOrder(0).shopId, 'unit', String(unit));
    });
    process.send?.(unit);
  }
}

switch (task) {
  case 'hold':
    await openStore({ file, key: KEY, backupsDir });
    process.send?.('open');
    setInterval(() => undefined, 1_000);
    break;
  case 'write':
    await writeForEver();
    break;
  case 'migrate':
    await openStore({ file, key: KEY, backupsDir, migrations: [...ALL_MIGRATIONS, halfway, killer] });
    break;
  default:
    throw new Error(`unknown task ${String(task)}`);
}
