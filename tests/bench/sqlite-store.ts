/**
 * Figures of the order store: `node tests/bench/sqlite-store.ts [orders]`. Ingest against raw inserts of the same rows,
 * board reads, search, and updates.
 */
import { performance } from 'node:perf_hooks';
import { labelledWork, orderIdOf, sampleOrder, sampleShop, START_MS } from '../integration/sqlite/sample-orders.ts';
import { tempStore } from '../integration/sqlite/temp-store.ts';
import { benchIngest, saveBatches } from './ingest.ts';

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

for (const { orders, rawMs, storeMs } of await benchIngest(3)) {
  const share = ((rawMs / storeMs) * 100).toFixed(0);
  console.log(`ingest ${orders} by 100: raw ${rawMs.toFixed(0)} ms, saveOrder ${storeMs.toFixed(0)} ms = ${share} %`);
}
await benchBoard(Number(process.argv[2] ?? 50_000));
