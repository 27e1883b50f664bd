import { describe, expect, it } from 'vitest';
import {
  endTokens,
  revokeRefreshTokens,
  rotateSecret,
  withdrawRole,
} from '../../../src-main/demo/amazon/happenings.ts';
import { memoryNotebook } from '../../support/memory-notebook.ts';
import { makeAmazonBench } from './amazon-bench.ts';

const DAY_MS = 24 * 3_600_000;

describe('check', () => {
  it('knows the shop, its currency and when the secret ends', async () => {
    const bench = await makeAmazonBench(0);
    const connector = bench.connect({ secretIssuedOn: '2026-10-01', marketplaceIds: '' });
    expect(await connector.check()).toEqual({
      kind: 'ok',
      accountId: expect.any(String),
      shopName: 'Chenguang Home',
      currency: null,
      keyExpiresAtMs: Date.parse('2026-10-01T00:00:00Z') + 180 * DAY_MS,
      clockSkewMs: 0,
      warnings: [],
    });
  });

  it.each([
    [{ clientSecret: 'amzn1.oa2-cs.v1.0000000000000000' }, 'wrong-key', 'clientId, clientSecret'],
    [
      { clientSecret: 'amzn1.oa2-cs.v1.0000000000000000', secretIssuedOn: '2026-05-01' },
      'secret-expired',
      'clientSecret',
    ],
    [{ refreshToken: 'Atzr|IwEBunknown0000' }, 'wrong-key', 'refreshToken'],
    [{ region: 'FE', marketplaceIds: '' }, 'wrong-region', 'NA'],
    [{ loginUrl: 'http://127.0.0.1:49151' }, 'unreachable', 'login-not-sent'],
  ])('names the fault of %o', async (settings, code, detail) => {
    const bench = await makeAmazonBench(0);
    expect(await bench.connect(settings).check()).toEqual({ kind: 'failed', code, detail });
  });

  it('names a clock that is off, a role that is missing and a marketplace that is not ours', async () => {
    const bench = await makeAmazonBench(0);
    expect(await bench.connectorWithSkew(3_600_000).check()).toMatchObject({ kind: 'failed', code: 'clock-off' });
    bench.simulator.happen((store) => withdrawRole(store, 'finance-and-accounting'));
    bench.simulator.happen((store) => withdrawRole(store, 'product-listing'));
    const german = bench.connect({ marketplaceIds: 'ATVPDKIKX0DER, A1PA6795UKMFR9' });
    expect(await german.check()).toMatchObject({
      kind: 'ok',
      warnings: [
        'marketplace-not-yours:A1PA6795UKMFR9',
        'missing-role:Product Listing',
        'missing-role:Finance and Accounting',
      ],
    });
    bench.simulator.happen((store) => withdrawRole(store, 'direct-to-consumer-shipping'));
    expect(await bench.connector.check()).toMatchObject({
      warnings: expect.arrayContaining(['missing-role:Direct-to-Consumer Shipping']),
    });
    bench.simulator.happen((store) => withdrawRole(store, 'inventory-and-order-tracking'));
    expect(await bench.connector.check()).toMatchObject({
      code: 'missing-role',
      detail: 'Inventory and Order Tracking',
    });
  });
});

describe('tokens', () => {
  const logins = (bench: Awaited<ReturnType<typeof makeAmazonBench>>) =>
    bench.simulator.log.times().filter(({ operation }) => operation === 'token').length;

  it('are asked for once, however many calls want one, and survive a restart', async () => {
    const bench = await makeAmazonBench(5);
    const notebook = memoryNotebook();
    const ids = bench.booked().map(({ remoteId }) => remoteId);
    const connector = bench.connect({}, { notebook });
    await Promise.all(ids.map(async (remoteId) => await connector.get(remoteId)));
    await bench.connect({}, { notebook }).get(ids[0]!);
    expect(logins(bench)).toBe(1);
    bench.pass(3_600_000);
    await connector.get(ids[0]!);
    expect(logins(bench)).toBe(2);
  });

  it('are got anew where they died early, and only once', async () => {
    const bench = await makeAmazonBench(1);
    const { remoteId } = bench.booked()[0]!;
    await bench.connector.get(remoteId);
    bench.simulator.happen((store, nowMs) => endTokens(store, 'expired', nowMs));
    expect(await bench.connector.get(remoteId)).not.toBeNull();
    expect(logins(bench)).toBe(2);
    bench.simulator.happen((store) => revokeRefreshTokens(store, 'NA'));
    bench.simulator.happen((store, nowMs) => endTokens(store, 'revoked', nowMs));
    await expect(bench.connector.get(remoteId)).rejects.toMatchObject({
      outcome: { kind: 'needs-login', code: 'wrong-key' },
    });
    expect(logins(bench)).toBe(3);
  });

  it('live on for a week after the secret was changed in the portal', async () => {
    const bench = await makeAmazonBench(1);
    const { remoteId } = bench.booked()[0]!;
    const clientSecret = bench.simulator.happen((store, nowMs) => rotateSecret(store, nowMs));
    bench.pass(6 * DAY_MS);
    expect(await bench.connector.get(remoteId)).not.toBeNull();
    bench.pass(2 * DAY_MS);
    await expect(bench.connector.get(remoteId)).rejects.toMatchObject({ outcome: { kind: 'needs-login' } });
    expect(await bench.connect({ clientSecret }).get(remoteId)).not.toBeNull();
  });

  it('that cannot be had right now are no reason to log in again, and no push went out', async () => {
    const bench = await makeAmazonBench(1);
    const effect = await bench.ready('push-tracking');
    bench.simulator.faults.add({ kind: 'lwa-unavailable', path: '/auth/o2/token' });
    expect(await bench.connect().push(effect, 'k')).toEqual({
      kind: 'retry',
      code: 'login-unavailable',
      afterMs: null,
    });
    expect(bench.timesDone(effect)).toBe(0);
  });
});
