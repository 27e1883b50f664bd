import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../../src-main/demo/ozon/faults.ts';
import type { OzonPosting } from '../../../src-main/demo/ozon/posting.ts';
import { pngLabel } from '../../support/label-files.ts';
import { effectOf, inLane, isDone, startDesk, type Desk } from '../../support/test-desk.ts';
import { waitUntil } from '../../support/wait-until.ts';

const NUMBER = 'LX481203775CN';

/** Brings an order to where the effect is next, and lets the seller ask for it. */
interface Case {
  readonly kind: string;
  readonly path: string;
  readonly prepare: (desk: Desk, orderId: string) => Promise<unknown>;
  readonly act: (desk: Desk, orderId: string) => Promise<unknown>;
  readonly count: (posting: OzonPosting) => number;
}

const confirmed = async ({ app }: Desk, orderId: string): Promise<void> => {
  await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
  await effectOf(app, orderId, 'confirm', isDone);
};
const printed = async (desk: Desk, orderId: string): Promise<void> => {
  await confirmed(desk, orderId);
  await desk.app.call('orders.attachLabel', { id: orderId, fileName: 'x.png', base64: await pngLabel('A') });
  await desk.app.call('printing.print', { ids: [orderId] });
  await inLane(desk.app, orderId, 'labelled');
};
const assign = ({ app }: Desk, id: string) =>
  app.call('orders.assignTracking', { id, trackingNumber: NUMBER, carrier: null, parcel: 1, items: null });

const CASES: readonly Case[] = [
  {
    kind: 'confirm',
    path: '/v4/posting/fbs/ship',
    prepare: async () => undefined,
    act: ({ app }, id) => app.call('board.move', { ids: [id], lane: 'to-ship' }),
    count: ({ effects }) => effects.shipCalls,
  },
  {
    kind: 'push-tracking',
    path: '/v2/fbs/posting/tracking-number/set',
    prepare: printed,
    act: assign,
    count: ({ effects }) => effects.trackingSets.length,
  },
  {
    kind: 'push-in-transit',
    path: '/v2/fbs/posting/delivering',
    prepare: async (desk, id) => {
      await printed(desk, id);
      await assign(desk, id);
      await effectOf(desk.app, id, 'push-tracking', isDone);
    },
    act: ({ app }, id) => app.call('board.move', { ids: [id], lane: 'in-transit' }),
    count: ({ effects }) => effects.delivering,
  },
  {
    kind: 'cancel',
    path: '/v2/posting/fbs/cancel',
    prepare: async () => undefined,
    act: ({ app }, id) => app.call('orders.cancel', { id, reasonId: '352', message: '' }),
    count: ({ effects }) => effects.cancels,
  },
];

async function run(desk: Desk, { kind, path, prepare, act, count }: Case, fault: FaultKind, hangs: boolean) {
  const { app, ozon, newOrder } = desk;
  const { orderId, remoteId } = await newOrder('3pl_tracking');
  await prepare(desk, orderId);
  ozon.simulator.faults.add({ kind: fault, path, count: 1, hangs });
  await act(desk, orderId);
  await waitUntil('the fault to strike', async () => ozon.simulator.faults.list().length === 0);
  await effectOf(app, orderId, kind, (effect) => effect.state === 'unconfirmed');
  const isDoubted = count(ozon.book(remoteId));
  app.clock.jump(80_000);
  const { attempts } = await effectOf(app, orderId, kind, isDone);
  return { before: isDoubted, after: count(ozon.book(remoteId)), attempts };
}

describe.each(CASES)('$kind', (effect) => {
  it('happened but its answer was lost: it is asked about and not sent again', async () => {
    const desk = await startDesk({ undoWindowMs: 0 });
    expect(await run(desk, effect, 'timeout-after-write', false)).toEqual({ before: 1, after: 1, attempts: 1 });
  });

  it('never arrived: it is asked about and sent again', async () => {
    const desk = await startDesk({ undoWindowMs: 0 });
    expect(await run(desk, effect, 'timeout-before-write', false)).toEqual({ before: 0, after: 1, attempts: 2 });
  });
});

describe('a platform that falls silent', () => {
  it('is waited for, and then asked', async () => {
    const desk = await startDesk({ undoWindowMs: 0 });
    const [confirm] = CASES;
    if (confirm === undefined) throw new Error('no case');
    expect(await run(desk, confirm, 'timeout-after-write', true)).toEqual({ before: 1, after: 1, attempts: 1 });
  });
});
