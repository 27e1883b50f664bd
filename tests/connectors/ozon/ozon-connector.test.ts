import { describe, expect, it } from 'vitest';
import { OZON_MANIFEST } from '../../../src-main/adapters/platforms/ozon/manifest.ts';
import { describeConnector } from '../connector-suite.ts';
import { makeOzonBench, type OzonBench } from './ozon-bench.ts';

describe('the Ozon connector', () => {
  describeConnector(makeOzonBench, OZON_MANIFEST.effects);

  describe('check', () => {
    it('knows the shop, its currency and when the key ends', async () => {
      const bench = await makeOzonBench(0);
      const { seller } = bench.simulator.world();
      expect(await bench.connector.check()).toEqual({
        kind: 'ok',
        shopName: seller.companyName,
        currency: seller.currency,
        keyExpiresAtMs: Math.floor(seller.apiKeyExpiresAtMs / 1000) * 1000,
        clockSkewMs: 0,
        accountId: seller.clientId,
        warnings: [],
      });
    });

    it('names a wrong key and a clock that is off', async () => {
      const bench = await makeOzonBench(0);
      expect(await bench.connect({ apiKey: 'wrong-key-wrong-key' }).check()).toMatchObject({
        kind: 'failed',
        code: 'wrong-key',
      });
      expect(await bench.connectorWithSkew(3_600_000).check()).toMatchObject({ kind: 'failed', code: 'clock-off' });
    });
  });

  describe('packing', () => {
    it('is pending while Ozon is at it, asks again after ship_failed, and then is done', async () => {
      const bench = await makeOzonBench(0);
      const effect = await bench.ready('confirm');
      bench.simulator.failNextShip(effect.remoteId);
      expect(await bench.connector.push(effect, 'k')).toMatchObject({ kind: 'accepted' });
      expect(await bench.connector.confirm(effect, 'k')).toMatchObject({ kind: 'pending' });
      bench.pass(bench.settleMs);
      expect((await bench.connector.get(effect.remoteId))?.facts.alerts).toContain('confirm-failed');
      expect(await bench.connector.confirm(effect, 'k')).toEqual({ kind: 'not-done' });
      expect(await bench.connector.push(effect, 'k')).toMatchObject({ kind: 'accepted' });
      bench.pass(bench.settleMs);
      expect(await bench.connector.confirm(effect, 'k')).toEqual({ kind: 'done' });
      expect((await bench.connector.get(effect.remoteId))?.facts).toMatchObject({ stage: 'to-hand-over', alerts: [] });
    });

    it('is refused with a SKU of another order, and fails for a cancelled one', async () => {
      const bench = await makeOzonBench(0);
      const effect = await bench.ready('confirm');
      if (effect.kind !== 'confirm') throw new Error('not a confirm');
      const wrong = { ...effect, packages: [{ items: [{ remoteSku: '1', quantity: 1 }] }] };
      expect(await bench.connector.push(wrong, 'k')).toEqual({ kind: 'rejected', code: 'UNKNOW_PRODUCT' });
      bench.simulator.cancelByBuyer(effect.remoteId);
      expect(await bench.connector.confirm(effect, 'k')).toEqual({ kind: 'failed', code: 'order-cancelled' });
      expect(await bench.connector.push(effect, 'k')).toEqual({ kind: 'rejected', code: 'POSTING_ALREADY_CANCELLED' });
    });
  });

  describe('tracking', () => {
    it('is pending until it shows, and is refused where Ozon gives the number', async () => {
      const bench = await makeOzonBench(0);
      const effect = await bench.ready('push-tracking');
      await bench.connector.push(effect, 'k');
      expect(await bench.connector.confirm(effect, 'k')).toMatchObject({ kind: 'pending' });
      bench.pass(bench.settleMs);
      expect(await bench.connector.confirm(effect, 'k')).toEqual({ kind: 'done' });
      const packed = await bench.ready('confirm');
      expect(await bench.connector.push({ ...effect, remoteId: packed.remoteId }, 'k')).toEqual({
        kind: 'rejected',
        code: 'HAS_INCORRECT_TPL_INTEGRATION_TYPE',
      });
    });
  });

  describe('labels', () => {
    async function packed(): Promise<{ bench: OzonBench; remoteId: string }> {
      const bench = await makeOzonBench(0);
      const effect = await bench.ready('confirm');
      await bench.connector.push(effect, 'k');
      return { bench, remoteId: effect.remoteId };
    }

    it.each(['big', 'small'])('come as a PDF in the %s size', async (labelSize) => {
      const { bench, remoteId } = await packed();
      const connector = bench.connect({ labelSize });
      bench.pass(bench.settleMs);
      const request = await connector.requestLabel(remoteId);
      if (request.kind !== 'requested') throw new Error(JSON.stringify(request));
      expect(await connector.fetchLabel(remoteId, request.ticket)).toMatchObject({ kind: 'pending' });
      bench.pass(request.afterMs + 5_000);
      const answer = await connector.fetchLabel(remoteId, request.ticket);
      expect(answer.kind).toBe('ready');
      if (answer.kind === 'ready')
        expect(new TextDecoder('latin1').decode(answer.document.bytes.subarray(0, 5))).toBe('%PDF-');
      expect(bench.book(remoteId).effects.labelDownloads).toBe(1);
    });

    it('are not ready before packing is through, and gone with the task', async () => {
      const { bench, remoteId } = await packed();
      expect((await bench.connector.requestLabel(remoteId)).kind).toMatch(/requested|not-ready/);
      const early = await bench.connector.requestLabel(remoteId);
      if (early.kind === 'requested') {
        bench.pass(6_000);
        expect(await bench.connector.fetchLabel(remoteId, early.ticket)).toMatchObject({ kind: 'not-ready' });
      }
      expect(await bench.connector.fetchLabel(remoteId, '{"big":"1","small":"2"}')).toMatchObject({
        kind: 'not-ready',
        code: 'ticket-gone',
      });
      const unpacked = await bench.ready('confirm');
      expect(await bench.connector.requestLabel(unpacked.remoteId)).toMatchObject({ kind: 'not-ready' });
    });

    it('fail with a code when Ozon cannot make them', async () => {
      const { bench, remoteId } = await packed();
      bench.pass(bench.settleMs);
      const request = await bench.connector.requestLabel(remoteId);
      if (request.kind !== 'requested') throw new Error(JSON.stringify(request));
      bench.simulator.faults.add({ kind: 'label-error', path: '/v2/posting/fbs/package-label/get' });
      expect(await bench.connector.fetchLabel(remoteId, request.ticket)).toEqual({
        kind: 'failed',
        code: 'LABEL_GENERATION_ERROR',
      });
    });
  });

  describe('cancelling', () => {
    it('offers reasons, of which one works', async () => {
      const bench = await makeOzonBench(0);
      const effect = await bench.ready('cancel');
      const reasons = await bench.connector.cancelReasons(effect.remoteId);
      expect(reasons.map((reason) => reason.id)).toContain('352');
      expect(reasons.find((reason) => reason.id === '402')?.needsMessage).toBe(true);
      if (effect.kind !== 'cancel') throw new Error('not a cancel');
      expect(await bench.connector.push({ ...effect, reasonId: '999' }, 'k')).toEqual({
        kind: 'rejected',
        code: 'HAS_INCORRECT_CANCEL_REASON',
      });
    });

    it("shows a buyer's request on the order, also through get, and takes it away again", async () => {
      const bench = await makeOzonBench(20);
      const { postingNumber } = bench.add('non_integrated');
      const first = await bench.connector.pull(null);
      bench.simulator.askToCancel(postingNumber);
      const asked = await bench.connector.pull(first.nextCursor);
      const alerts = (snapshots: typeof first.snapshots) =>
        snapshots.find(({ facts }) => facts.remoteId === postingNumber)?.facts.alerts;
      expect(alerts(asked.snapshots)).toEqual(['cancel-requested']);
      expect((await bench.connector.get(postingNumber))?.facts.alerts).toEqual(['cancel-requested']);
      bench.simulator.cancelByBuyer(postingNumber);
      bench.pass(60_000);
      const gone = await bench.connector.pull(asked.nextCursor);
      expect(alerts(gone.snapshots)).toEqual([]);
    });
  });

  it('reads every list wrapped in result as well', async () => {
    const bench = await makeOzonBench(25);
    bench.simulator.faults.add({ kind: 'result-wrapper', path: '/v4/posting/fbs/*' });
    expect((await bench.connector.pull(null)).snapshots.length).toBe(25);
    expect((await bench.connector.listOpen()).length).toBeGreaterThan(0);
  });

  it('says plainly that a version was switched off', async () => {
    const bench = await makeOzonBench(1);
    bench.simulator.faults.add({ kind: 'version-removed', path: '/v4/posting/fbs/list' });
    await expect(bench.connector.pull(null)).rejects.toMatchObject({
      outcome: { kind: 'rejected', code: 'method-removed' },
    });
  });
});
