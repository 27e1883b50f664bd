import { describe, expect, it } from 'vitest';
import { atRest, effectOf, isDone, startDesk } from '../../support/test-desk.ts';
import { waitUntil } from '../../support/wait-until.ts';
import type { OrderId } from '../../../src-main/core/shared/ids.ts';

const GET = '/v2/posting/fbs/package-label/get';

describe('the label of a confirmed order', () => {
  it('is fetched before anybody asks, so that the key finds it at hand', async () => {
    const { app, ozon, printer, newOrder } = await startDesk();
    const { orderId, remoteId } = await newOrder('ozon');
    await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
    await effectOf(app, orderId, 'confirm', isDone);
    await waitUntil('the label comes', () => app.store.read.latestLabel(orderId as OrderId));
    ozon.simulator.faults.add({ kind: 'error-500', path: GET });
    const { batchId } = await app.call('printing.print', { ids: [orderId] });
    expect(batchId).not.toBeNull();
    await waitUntil('the paper', async () => printer.papers().length === 1);
    await atRest(app);
    expect(ozon.book(remoteId).effects.labelDownloads).toBeGreaterThanOrEqual(1);
  });

  it('that cannot be had is no failure: nothing is shown, and the key gets it later', async () => {
    const { app, ozon, printer, newOrder } = await startDesk();
    ozon.simulator.faults.add({ kind: 'label-error', path: GET });
    const { orderId } = await newOrder('ozon');
    await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
    await effectOf(app, orderId, 'confirm', isDone);
    app.clock.jump(60_000);
    await waitUntil('it was tried', async () => ozon.simulator.faults.list().length > 0);
    expect((await app.call('printing.jobs', { limit: 10 })).jobs).toEqual([]);
    ozon.simulator.faults.clear();
    await app.call('printing.print', { ids: [orderId] });
    await waitUntil('the paper', async () => printer.papers().length === 1);
  });
});
