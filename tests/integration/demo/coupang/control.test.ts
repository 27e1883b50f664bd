import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { coupangDay } from '../../../../src-main/demo/coupang/day/coupang-day.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';
import { acknowledge, hour, listPath, newBox, startCoupang, startMs } from './support/start-coupang.ts';

function stateFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coupang-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'state.json');
}

describe('the memory', () => {
  it('outlives the program', async () => {
    const file = stateFile();
    const first = await startCoupang({ stateFile: file });
    const { shipmentBoxId } = first.add();
    await acknowledge(first, shipmentBoxId);
    await first.simulator.stop();
    const second = await startCoupang({ stateFile: file });
    expect(second.simulator.world()).toEqual(first.simulator.world());
    expect(second.box(shipmentBoxId).effects.acknowledgements).toBe(1);
  });

  it("is nobody else's file", async () => {
    const file = stateFile();
    writeFileSync(file, '{"version":1,"postings":[]}');
    await expect(startCoupang({ stateFile: file })).rejects.toThrow('is not a state file of the Coupang simulator');
    expect(readFileSync(file, 'utf8')).toContain('postings');
  });
});

describe('the control', () => {
  it('is shut unless asked for', async () => {
    const bench = await startCoupang();
    expect((await fetch(`${bench.url}/__sim/world`)).status).toBe(401);
  });

  it('shows the books and lets things happen', async () => {
    const bench = await startCoupang({ hasControl: true });
    const post = (path: string, body: unknown) =>
      fetch(`${bench.url}/__sim/${path}`, { method: 'POST', body: JSON.stringify(body) });
    const box = newBox();
    expect((await post('events', { event: 'add-order', boxes: [box] })).status).toBe(200);
    const made = await (await post('events', { event: 'buyer-cancels', shipmentBoxId: box.shipmentBoxId })).json();
    const world: { receipts: { receiptId: string }[] } = JSON.parse(
      await (await fetch(`${bench.url}/__sim/world`)).text(),
    );
    expect(world.receipts).toMatchObject([made]);
    expect((await post('events', { event: 'add-order', boxes: [{}] })).status).toBe(500);
    expect((await post('events', { event: 'rain' })).status).toBe(500);
    expect((await post('faults', { kind: 'locked', path: '*', count: 1 })).status).toBe(200);
    expect((await bench.get(listPath('ACCEPT'))).status).toBe(423);
    const times: unknown = JSON.parse(await (await fetch(`${bench.url}/__sim/times`)).text());
    expect(times).toMatchObject([{ atMs: startMs, status: 423 }]);
  });
});

describe('a day that goes on', () => {
  it('brings orders, cancels and questions by its own clock', async () => {
    const seed = coupangDay({ nowMs: startMs, random: seededRandom(7), orders: 40 });
    const bench = await startCoupang({ seed });
    const before = bench.simulator.world();
    bench.pass(8 * hour);
    const after = bench.simulator.world();
    expect(after.boxes.length).toBeGreaterThan(before.boxes.length + 30);
    expect(after.receipts.length).toBeGreaterThan(before.receipts.length);
    expect(after.questions.length).toBeGreaterThan(before.questions.length);
    expect(after.agenda.every((entry) => entry.atMs > startMs + 8 * hour)).toBe(true);
    expect((await bench.get(listPath('ACCEPT'))).status).toBe(200);
  });

  it('may bring trouble with the key, at its time', async () => {
    const seed = coupangDay({ nowMs: startMs, random: seededRandom(7), orders: 1, hasAgenda: false });
    seed.agenda = [{ atMs: startMs + hour, event: { event: 'expire-key' } }];
    const bench = await startCoupang({ seed });
    bench.pass(hour - 1);
    expect((await bench.get(listPath('ACCEPT'))).status).toBe(200);
    bench.pass(1);
    expect((await bench.get(listPath('ACCEPT'))).status).toBe(401);
  });

  it('comes to the same whether it is looked at often or once', async () => {
    const seed = coupangDay({ nowMs: startMs, random: seededRandom(7), orders: 40 });
    const [often, once] = [await startCoupang({ seed }), await startCoupang({ seed })];
    for (let count = 0; count < 48; count += 1) {
      often.pass(hour / 6);
      often.simulator.world();
    }
    once.pass(8 * hour);
    expect(once.simulator.world()).toEqual(often.simulator.world());
  });
});

describe('the day to ship by', () => {
  it('may move without anything else', async () => {
    const bench = await startCoupang();
    const box = bench.add();
    const { shipmentBoxId } = box;
    bench.simulator.happen({ event: 'change-ship-date', shipmentBoxId, estimatedShippingDate: '2026-12-24' });
    const items = box.items.map((item) => ({ ...item, estimatedShippingDate: '2026-12-24' }));
    expect(bench.box(shipmentBoxId)).toEqual({ ...box, items });
  });
});
