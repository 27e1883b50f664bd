/**
 * `npm run bench`: the app against the least that could be there in its place. Prints each figure with its base and
 * their ratio and writes all of them to artifacts/bench.json. Nothing is asserted: the machine decides the figures.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { sealWithPassphrase } from '../../src-main/adapters/vault/sealed-key.ts';
import { ROOT } from '../e2e/support/app.ts';
import { median, printRatio, quantile, type Ratio } from './figures.ts';
import { benchBatch } from './batch-to-paper.ts';
import { benchBigStore } from './big-store.ts';
import { benchBoardSize } from './board-size.ts';
import { benchFirstSync } from './first-sync.ts';
import { benchIngest } from './ingest.ts';
import { benchLabelPath } from './label-path.ts';
import { benchPresses, type Press } from './key-to-paper.ts';
import { prepareFolder, type PreparedFolder } from './prepared-folder.ts';
import { startApp, startBareWindow } from './start-up.ts';

const RUNS = 5;

async function startUp(prepared: PreparedFolder): Promise<Ratio[]> {
  const bare = [];
  const app = [];
  for (let run = 0; run < RUNS; run += 1) {
    bare.push(await startBareWindow());
    app.push(await startApp(await prepared.copy()));
  }
  const drawn = {
    baseName: 'bare window drawn',
    base: median(bare.map((start) => start.drawnMs)),
    unit: 'ms' as const,
  };
  const whole = app.map((start) => start.passphraseMs + start.interactiveMs);
  const sealing = await sealingMs();
  return [
    { ...drawn, name: 'launch to passphrase screen', value: median(app.map((start) => start.passphraseMs)) },
    {
      ...drawn,
      name: 'unlock to first card drawn',
      value: median(app.map((start) => start.cardMs)),
      note: `of it scrypt ${sealing.toFixed(0)} ms`,
    },
    { ...drawn, name: 'unlock to input answered', value: median(app.map((start) => start.interactiveMs)) },
    { ...drawn, name: 'launch to interactive board, without the typing', value: median(whole) },
    { ...drawn, name: 'the same without scrypt', value: median(whole) - sealing },
    {
      name: 'memory of all processes, board at rest',
      unit: 'MB',
      value: median(app.map((start) => start.memoryMb)),
      baseName: 'bare window',
      base: median(bare.map((start) => start.memoryMb)),
    },
  ];
}

/** What making the key from a passphrase costs on this machine at this moment; unlocking does it once. */
async function sealingMs(): Promise<number> {
  const taken = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const startedMs = performance.now();
    await sealWithPassphrase(new Uint8Array(32), 'warm table 2026');
    taken.push(performance.now() - startedMs);
  }
  return median(taken);
}

/** Against a key press that asks nothing of the main process. */
async function keyToPaper(prepared: PreparedFolder): Promise<Ratio[]> {
  const { focusMs, cached, fetched, confirmed } = await benchPresses(prepared);
  const base = median(focusMs);
  const lines = (name: string, presses: readonly Press[]): Ratio[] =>
    [0.5, 0.95].map((share) => {
      const platformMs = presses[0]?.platformMs ?? 0;
      const note = `${presses.length} presses${platformMs === 0 ? '' : `; the platform's own waiting ${platformMs} ms`}`;
      const value =
        quantile(
          presses.map((press) => press.totalMs),
          share,
        ) - platformMs;
      return {
        name: `P to first byte, ${name}, p${share * 100}`,
        unit: 'ms',
        value,
        baseName: 'key that moves the focus',
        base,
        note,
      };
    });
  return [
    ...lines('cached label', cached),
    ...lines('label fetched ahead', fetched),
    ...lines('new order less waiting', confirmed),
  ];
}

/** Against what a desk printer needs for a label, and what a person takes for at once. */
async function batch(prepared: PreparedFolder): Promise<Ratio[]> {
  const { labels, labelsPerSecond, answerMs } = await benchBatch(prepared);
  const note = `${labelsPerSecond.toFixed(0)} labels a second, batch of ${labels}`;
  return [
    { name: 'one label of a batch', unit: 'ms', value: 1_000 / labelsPerSecond, baseName: 'asked for', base: 20, note },
    {
      name: 'answer to the window meanwhile, p95',
      unit: 'ms',
      value: quantile(answerMs, 0.95),
      baseName: 'asked for',
      base: 50,
      note: `${answerMs.length} questions, slowest ${Math.max(...answerMs).toFixed(0)} ms`,
    },
  ];
}

async function ingest(): Promise<Ratio[]> {
  const rounds = await benchIngest(3);
  const value = median(rounds.map((round) => round.storeMs));
  const base = median(rounds.map((round) => round.rawMs));
  const rate = Math.round(((rounds[0]?.orders ?? 0) / value) * 1_000);
  return [
    {
      name: 'saving 10,000 orders',
      unit: 'ms',
      value,
      baseName: 'the same rows by bare INSERTs',
      base,
      note: `${rate} orders a second`,
    },
  ];
}

async function firstSync(): Promise<Ratio[]> {
  const { orders, tookMs, answerMs } = await benchFirstSync(10_000);
  return [
    {
      name: 'answer of the board during a first sync, p95',
      unit: 'ms',
      value: quantile(answerMs, 0.95),
      baseName: 'asked for',
      base: 50,
      note: `${orders} orders in ${(tookMs / 1_000).toFixed(1)} s, ${answerMs.length} questions, slowest ${Math.max(...answerMs).toFixed(0)} ms`,
    },
  ];
}

const loadBefore = loadavg();
const prepared = await prepareFolder();
const ratios: Ratio[] = [];
try {
  console.log(
    `${prepared.openOrders} open orders on the board; ${cpus().length} cores, load ${loadBefore.map((load) => load.toFixed(1)).join(' ')}`,
  );
  const parts = [
    ingest,
    firstSync,
    benchBigStore,
    benchBoardSize,
    benchLabelPath,
    () => startUp(prepared),
    () => keyToPaper(prepared),
    () => batch(prepared),
  ];
  for (const part of parts) {
    const measured = await part();
    measured.forEach(printRatio);
    ratios.push(...measured);
  }
} finally {
  await prepared.remove();
}
const figures = { openOrders: prepared.openOrders, cores: cpus().length, loadBefore, loadAfter: loadavg(), ratios };
const folder = path.join(ROOT, 'artifacts');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
console.log(
  `load at the end ${figures.loadAfter.map((load) => load.toFixed(1)).join(' ')}; figures in artifacts/bench.json`,
);
