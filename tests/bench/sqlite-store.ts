/**
 * Figures of the order store: `node tests/bench/sqlite-store.ts [orders]`. Ingest against raw inserts of the same rows,
 * board reads, search, and updates.
 */
import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Connection, type SqlParams } from '../../src-main/adapters/sqlite/connection.ts';
import { openDatabase } from '../../src-main/adapters/sqlite/database-file.ts';
import { migrate } from '../../src-main/adapters/sqlite/migrate.ts';
import { ALL_MIGRATIONS } from '../../src-main/adapters/sqlite/migrations/all-migrations.ts';
import { writesOf } from '../../src-main/adapters/sqlite/repositories.ts';
import type { SqliteStore } from '../../src-main/adapters/sqlite/open-store.ts';
import { labelledWork, orderIdOf, sampleOrder, sampleShop, START_MS } from '../integration/sqlite/sample-orders.ts';
import { KEY, tempFolder, tempStore } from '../integration/sqlite/temp-store.ts';

const INGEST = 10_000;
const BATCH = 100;

/** Milliseconds that each of `times` runs took, sorted. */
async function timed(times: number, run: (turn: number) => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const startMs = performance.now();
    await run(turn);
    taken.push(performance.now() - startMs);
  }
  return taken.sort((left, right) => left - right);
}

function report(name: string, taken: readonly number[]): void {
  const at = (share: number) => (taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0).toFixed(2);
  console.log(`${name.padEnd(34)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`);
}

async function saveBatches(store: SqliteStore, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += BATCH) {
    await store.write(async (tx) => {
      for (let number = start; number < Math.min(start + BATCH, to); number += 1)
        await tx.saveOrder(sampleOrder(number));
    });
  }
}

/** Notes every statement, so that the same rows can be written again without the store's own work. */
class RecordingConnection extends Connection {
  readonly calls: (readonly [sql: string, params: SqlParams])[] = [];
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

/** Batches of the INSERTs that saving the orders makes. */
async function recordInserts(): Promise<RecordingConnection['calls'][]> {
  const connection = new RecordingConnection(emptyDatabase(), () => undefined);
  const writes = writesOf(connection);
  const batches: RecordingConnection['calls'][] = [];
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

function rawIngestMs(batches: readonly RecordingConnection['calls'][]): number {
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

async function benchIngest(): Promise<void> {
  const batches = await recordInserts();
  for (let round = 0; round < 3; round += 1) {
    const rawMs = rawIngestMs(batches);
    const { store, remove } = await tempStore();
    const startMs = performance.now();
    await saveBatches(store, 0, INGEST);
    const storeMs = performance.now() - startMs;
    await remove();
    const share = ((rawMs / storeMs) * 100).toFixed(0);
    console.log(
      `ingest ${INGEST} by ${BATCH}: raw ${rawMs.toFixed(0)} ms, saveOrder ${storeMs.toFixed(0)} ms = ${share} %`,
    );
  }
}

async function benchBoard(count: number): Promise<void> {
  const { store, remove } = await tempStore();
  await saveBatches(store, 0, count);
  console.log(`\nboard with ${count} open orders`);
  report('laneCounts', await timed(50, () => store.read.laneCounts(START_MS)));
  report('cards new 0..100', await timed(50, () => store.read.cards('new', 0, 100)));
  report(`cards new ${count - 200}..`, await timed(20, () => store.read.cards('new', count - 200, 100)));
  report('order by id', await timed(200, (turn) => store.read.order(orderIdOf(turn * 37))));
  report('ordersByCode', await timed(200, (turn) => store.read.ordersByCode(sampleOrder(turn * 41).facts.remoteId)));
  report('openRemoteIds', await timed(5, () => store.read.openRemoteIds(sampleShop().id)));
  const queries = [
    '杭州',
    '杭',
    '陶瓷杯',
    '瓷杯 red',
    'edi',
    'ed',
    'SKU-12',
    '0017',
    '4567',
    '17',
    'петров',
    'пе',
    '谢谢',
  ];
  for (const query of queries) report(`search ${query}`, await timed(20, () => store.read.search(query, 50)));
  report(
    'write: 1 order moves',
    await timed(100, (turn) => store.write((tx) => tx.saveOrder(sampleOrder(turn, { work: labelledWork(turn) })))),
  );
  report(
    'write: 100 orders change stage',
    await timed(20, (turn) =>
      store.write(async (tx) => {
        for (let number = turn * 100; number < turn * 100 + 100; number += 1) {
          await tx.saveOrder(sampleOrder(number, { facts: { stage: 'to-hand-over' } }));
        }
      }),
    ),
  );
  report('rebuildCards', await timed(1, () => store.upkeep.rebuildCards()));
  report('backUp', await timed(1, () => store.upkeep.backUp()));
  report('removeShop', await timed(1, () => store.write((tx) => tx.removeShop(sampleShop().id))));
  await remove();
}

await benchIngest();
for (const folder of folders) rmSync(folder, { recursive: true, force: true });
await benchBoard(Number(process.argv[2] ?? 50_000));
