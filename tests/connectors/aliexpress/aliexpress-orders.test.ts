import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '../../../src-main/app/ports/platform-connector.ts';
import { type AliBench, makeAliBench } from './aliexpress-bench.ts';

const DETAIL = '/sync/aliexpress.trade.new.redefining.findorderbyid';

async function pulled(bench: AliBench): Promise<Map<string, OrderSnapshot>> {
  const found = new Map<string, OrderSnapshot>();
  let cursor: string | null = null;
  for (let more = true; more;) {
    const page: Awaited<ReturnType<typeof bench.connector.pull>> = await bench.connector.pull(cursor);
    for (const snapshot of page.snapshots) found.set(snapshot.facts.remoteId, snapshot);
    cursor = page.nextCursor;
    more = page.hasMore;
  }
  return found;
}

const factsOf = async (bench: AliBench, remoteId: string) => (await bench.connector.get(remoteId))?.facts;

describe('AliExpress orders', () => {
  it('are read to the last digit, with the address masked and its country ISO', async () => {
    const bench = await makeAliBench(0);
    const order = bench.add({ serial: 60_000, country: 'UK', memo: 'Gift, please', logisticsType: 'CAINIAO_PREMIUM' });
    expect(BigInt(order.orderId) > 2n ** 53n).toBe(true);
    const facts = (await pulled(bench)).get(order.orderId)?.facts;
    expect(facts).toMatchObject({
      remoteId: order.orderId,
      stage: 'to-confirm',
      country: 'GB',
      address: { country: 'GB', city: order.address.city, postcode: order.address.zip },
      isAddressSealed: true,
      buyerNote: 'Gift, please',
      service: 'CAINIAO_PREMIUM',
      shipByMs: Math.floor((order.sendDueAtMs ?? 0) / 1_000) * 1_000,
      steps: ['platform-label', 'push-tracking'],
      openSteps: ['platform-label', 'push-tracking'],
      total: { currency: 'USD' },
    });
    expect(facts?.address?.name).toContain('***');
    expect(facts?.lines.map((line) => line.remoteId)).toEqual(order.lines.map((line) => line.childId));
    expect(facts?.lines[0]?.variant).toBe(order.lines[0]?.attributes);
  });

  it('under the risk check look paid and are not to be shipped', async () => {
    const bench = await makeAliBench(30);
    const held = bench.simulator.world().orders.filter((order) => order.status.startsWith('RISK_CONTROL'));
    const all = await pulled(bench);
    expect(held.length).toBeGreaterThan(1);
    for (const { orderId } of held)
      expect(all.get(orderId)?.facts).toMatchObject({ stage: 'not-ready', alerts: ['frozen'], openSteps: [] });
  });

  it('show overlays beside the flow: frozen, disputed, a wish to cancel', async () => {
    const bench = await makeAliBench(0);
    const frozen = bench.add();
    bench.simulator.freeze(frozen.orderId);
    expect(await factsOf(bench, frozen.orderId)).toMatchObject({
      stage: 'to-confirm',
      alerts: ['frozen'],
      openSteps: [],
    });
    const asked = bench.add();
    bench.simulator.askToCancel(asked.orderId);
    expect(await factsOf(bench, asked.orderId)).toMatchObject({ alerts: ['cancel-requested'], shipByMs: null });
    const busy = await makeAliBench(20);
    const disputed = busy.simulator.world().orders.find((order) => order.issueStatus === 'IN_ISSUE');
    expect(await factsOf(busy, disputed?.orderId ?? '')).toMatchObject({ stage: 'disputed' });
  });

  it('leave out of the parcel what the platform’s warehouse sends', async () => {
    const bench = await makeAliBench(20);
    const mixed = bench.simulator.world().orders.find((order) => order.lines.some((line) => line.isWarehouseSent));
    const facts = (await pulled(bench)).get(mixed?.orderId ?? '')?.facts;
    expect(facts?.lines.map((line) => line.quantity)).toEqual([0, 2]);
  });

  it('that ended are told apart by their reason', async () => {
    const bench = await makeAliBench(0);
    const { orderId } = bench.add();
    bench.simulator.askToCancel(orderId);
    bench.simulator.move(orderId, 'acceptCancel');
    const facts = (await pulled(bench)).get(orderId)?.facts;
    expect(facts).toMatchObject({
      stage: 'cancelled',
      address: null,
      cancellation: { reason: 'buyer_cancel_order', by: 'buyer', afterHandOver: false },
    });
  });

  it('cost a detail call only when they are new or have changed', async () => {
    const bench = await makeAliBench(60);
    const { requests } = bench.simulator;
    const details = () => requests.requests().filter((request) => request.operation === DETAIL).length;
    let page = await bench.connector.pull(null);
    while (page.hasMore) page = await bench.connector.pull(page.nextCursor);
    const first = details();
    expect(first).toBeGreaterThan(30);
    expect(page.progress).toBe(1);
    bench.pass(120_000);
    const news: string[] = [];
    const next = async () => {
      do {
        page = await bench.connector.pull(page.nextCursor);
        news.push(...page.snapshots.map(({ facts }) => facts.remoteId));
      } while (page.hasMore);
    };
    await next();
    expect(news).toEqual([]);
    const { orderId } = bench.add();
    await next();
    await next();
    expect(news).toEqual([orderId]);
    expect(details()).toBe(first + 1);
  });

  it('that are to be sent come first', async () => {
    const bench = await makeAliBench(120);
    const isToSend = new Set(
      bench
        .booked()
        .filter(({ stage }) => stage === 'to-confirm')
        .map(({ remoteId }) => remoteId),
    );
    const stages: string[] = [];
    let page = await bench.connector.pull(null);
    for (;;) {
      stages.push(...page.snapshots.map(({ facts }) => facts.stage));
      if (!page.hasMore) break;
      page = await bench.connector.pull(page.nextCursor);
    }
    // The few in IN_CANCEL are listed with the others.
    expect(stages.slice(0, isToSend.size - 3).every((stage) => stage === 'to-confirm')).toBe(true);
    expect(stages).toHaveLength(120);
  });

  it('tell how far the first sync is', async () => {
    const bench = await makeAliBench(120);
    const shown: number[] = [];
    let page = await bench.connector.pull(null);
    while (page.hasMore) {
      shown.push(page.progress ?? -1);
      page = await bench.connector.pull(page.nextCursor);
    }
    expect(shown.length).toBeGreaterThan(3);
    expect(shown).toEqual([...shown].sort((left, right) => left - right));
    expect(shown.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('are not lost in the hour that the Pacific autumn repeats', async () => {
    const bench = await makeAliBench(0);
    // At 09:00 UTC the clock in Los Angeles goes back from 02:00 to 01:00.
    bench.pass(Date.parse('2027-11-07T08:40:00Z') - bench.nowMs());
    const connector = bench.connect();
    const seen = new Set<string>();
    const placed: string[] = [];
    let cursor: string | null = null;
    for (let step = 0; step < 20; step += 1) {
      placed.push(bench.add().orderId);
      for (let more = true; more;) {
        const page: Awaited<ReturnType<typeof connector.pull>> = await connector.pull(cursor);
        for (const { facts } of page.snapshots) seen.add(facts.remoteId);
        cursor = page.nextCursor;
        more = page.hasMore;
      }
      bench.pass(7 * 60_000);
    }
    expect([...seen].sort()).toEqual(placed.sort());
  });

  it('keep what was read when the platform fails halfway through a page', async () => {
    const bench = await makeAliBench(20);
    bench.simulator.faults.add({ kind: 'service-unavailable', path: DETAIL, probability: 0.3 });
    const found = new Set<string>();
    let cursor: string | null = null;
    for (let turn = 0; turn < 200; turn += 1) {
      const page: Awaited<ReturnType<typeof bench.connector.pull>> | null = await bench.connector
        .pull(cursor)
        .catch(() => null);
      if (page === null) continue;
      for (const { facts } of page.snapshots) found.add(facts.remoteId);
      cursor = page.nextCursor;
      if (!page.hasMore) break;
    }
    expect(found.size).toBe(bench.booked().length);
  });

  it('without the permission for details are kept with what the list says', async () => {
    const bench = await makeAliBench(3);
    bench.simulator.faults.add({ kind: 'missing-permission', path: DETAIL });
    const page = await bench.connector.pull(null);
    expect(page.warnings).toEqual(['missing-role:aliexpress.trade.new.redefining.findorderbyid']);
    expect(page.snapshots.every(({ warnings }) => warnings.includes('detail-unread:missing-role'))).toBe(true);
  });

  it('give their address in full when it is wanted, joined from both halves', async () => {
    const bench = await makeAliBench(0);
    const order = bench.add({ country: 'SRB' });
    expect(await bench.connector.revealAddress(order.orderId)).toMatchObject({
      name: order.address.contactPerson,
      lines: [order.address.detailAddress, ...(order.address.address2 === '' ? [] : [order.address.address2])],
      phone: expect.stringContaining(order.address.mobileNo),
      city: order.address.city,
      country: 'RS',
    });
    expect(bench.book(order.orderId).effects.decrypts).toBe(1);
    bench.simulator.faults.add({ kind: 'decrypt-fails', path: '/sync/aliexpress.trade.seller.order.decrypt' });
    await expect(bench.connector.revealAddress(order.orderId)).rejects.toMatchObject({
      outcome: { kind: 'rejected', code: 'decrypt-failed:500' },
    });
  });

  it('pause for as long as the platform’s ban lasts', async () => {
    const bench = await makeAliBench(1);
    const path = '/sync/aliexpress.trade.seller.orderlist.get';
    bench.simulator.faults.add({ kind: 'rate-limit', path, retryAfterSeconds: 42 });
    await expect(bench.connector.pull(null)).rejects.toMatchObject({
      outcome: { kind: 'rate-limited', afterMs: 42_000 },
    });
    bench.clearFaults();
    bench.simulator.faults.add({ kind: 'nested-error', path });
    await expect(bench.connector.pull(null)).rejects.toMatchObject({ outcome: { kind: 'retry' } });
  });
});
