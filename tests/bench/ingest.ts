import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Connection, type SqlParams } from '../../src-main/adapters/sqlite/connection.ts';
import { openDatabase } from '../../src-main/adapters/sqlite/database-file.ts';
import { migrate } from '../../src-main/adapters/sqlite/migrate.ts';
import { ALL_MIGRATIONS } from '../../src-main/adapters/sqlite/migrations/all-migrations.ts';
import { writesOf } from '../../src-main/adapters/sqlite/repositories.ts';
import type { SqliteStore } from '../../src-main/adapters/sqlite/open-store.ts';
import { sampleOrder, sampleShop } from '../integration/sqlite/sample-orders.ts';
import { KEY, tempFolder, tempStore } from '../integration/sqlite/temp-store.ts';

const INGEST = 10_000;
const BATCH = 100;

export interface IngestFigures {
  readonly orders: number;
  readonly rawMs: number;
  readonly storeMs: number;
}

type InsertBatch = (readonly [sql: string, params: SqlParams])[];

/** Saves orders by the store, and writes the same rows by bare INSERTs, `rounds` times in turn. */
export async function benchIngest(rounds: number): Promise<IngestFigures[]> {
  const batches = await recordInserts();
  const figures: IngestFigures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const rawMs = rawIngestMs(batches);
    const { store, remove } = await tempStore();
    const startMs = performance.now();
    await saveBatches(store, 0, INGEST);
    figures.push({ orders: INGEST, rawMs, storeMs: performance.now() - startMs });
    await remove();
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  return figures;
}

/** Saves sample orders by the hundred. */
export async function saveBatches(store: SqliteStore, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += BATCH) {
    await store.write(async (tx) => {
      for (let number = start; number < Math.min(start + BATCH, to); number += 1)
        await tx.saveOrder(sampleOrder(number));
    });
  }
}

/** Notes every statement, so that the same rows can be written again without the store's own work. */
class RecordingConnection extends Connection {
  readonly calls: InsertBatch = [];
  override run(sql: string, params: SqlParams = []): { readonly changes: number; readonly lastRowId: number } {
    if (sql.startsWith('INSERT')) this.calls.push([sql, params]);
    return super.run(sql, params);
  }
}

const folders: string[] = [];

function emptyDatabase(): ReturnType<typeof openDatabase> {
  const { folder, file } = tempFolder();
  folders.push(folder);
  const database = openDatabase({ file, key: KEY });
  const connection = new Connection(database, () => undefined);
  migrate(connection, { migrations: ALL_MIGRATIONS, backUp: () => '' });
  connection.exec('PRAGMA journal_mode = WAL');
  return database;
}

/** Batches of the INSERTs that saving INGEST orders makes. */
async function recordInserts(): Promise<InsertBatch[]> {
  const connection = new RecordingConnection(emptyDatabase(), () => undefined);
  const writes = writesOf(connection);
  const batches: InsertBatch[] = [];
  connection.begin();
  await writes.saveShop(sampleShop());
  for (let start = 0; start < INGEST; start += BATCH) {
    connection.calls.length = 0;
    for (let number = start; number < start + BATCH; number += 1) await writes.saveOrder(sampleOrder(number));
    batches.push([...connection.calls]);
  }
  connection.rollback();
  connection.close();
  return batches;
}

function rawIngestMs(batches: readonly InsertBatch[]): number {
  const database = emptyDatabase();
  const connection = new Connection(database, () => undefined);
  connection.begin();
  void writesOf(connection).saveShop(sampleShop());
  connection.commit();
  const texts = [...new Set(batches.flatMap((batch) => batch.map(([sql]) => sql)))];
  const statements = new Map(texts.map((sql) => [sql, database.prepare(sql)]));
  const startMs = performance.now();
  for (const batch of batches) {
    database.exec('BEGIN IMMEDIATE');
    for (const [sql, params] of batch) statements.get(sql)?.run(params);
    database.exec('COMMIT');
  }
  const takenMs = performance.now() - startMs;
  database.close();
  return takenMs;
}
