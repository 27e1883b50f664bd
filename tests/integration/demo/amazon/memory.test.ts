import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AmazonWorld } from '../../../../src-main/demo/amazon/world.ts';
import { confirmation, confirmPath, newOrder, searchPath, startAmazon, userAgent } from './support/start-amazon.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'amazon-simulator-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

describe('the memory of the platform', () => {
  it('survives a restart, even what nobody was told', async () => {
    const stateFile = join(folder(), 'state.json');
    const order = newOrder();
    const bench = await startAmazon({ stateFile, faults: [{ kind: 'timeout-after-write', path: confirmPath(order) }] });
    bench.simulator.addOrder(order);
    await expect(bench.send('POST', confirmPath(order), confirmation(order))).rejects.toThrow();
    await bench.simulator.stop();
    const again = await startAmazon({ stateFile });
    expect(again.book(order.orderId).effects.confirmations).toHaveLength(1);
    again.pass(60_000);
    const { json } = await again.get(`${searchPath}/${order.orderId}`, { includedData: 'FULFILLMENT' });
    expect(json.order.fulfillment.fulfillmentStatus).toBe('SHIPPED');
  });

  it('refuses a file of somebody else', async () => {
    const stateFile = join(folder(), 'state.json');
    writeFileSync(stateFile, '{"version":2}');
    await expect(startAmazon({ stateFile })).rejects.toThrow('not a state file of the Amazon simulator');
  });

  it('listens again at the same place after an outage', async () => {
    const bench = await startAmazon();
    const port = Number(new URL(bench.url).port);
    await bench.simulator.stop();
    await expect(bench.token()).rejects.toThrow();
    await bench.simulator.start(port);
    expect(await bench.token()).toMatch(/^Atza/u);
  });
});

describe('on its own', () => {
  it('serves, is controlled from another process, and stops when told', async () => {
    const file = fileURLToPath(new URL('../../../../src-main/demo/amazon/serve.ts', import.meta.url));
    const args = [file, '--state', join(folder(), 'state.json'), '--control', '--orders', '20'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const told = JSON.parse(line.toString());
    const control = async (method: string, path: string, body?: unknown) => {
      const response = await fetch(told.url + path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, json: await response.json() };
    };
    const world = (await control('GET', '/__sim/world')).json as AmazonWorld;
    expect(world.orders).toHaveLength(20);
    const open = world.orders.find((order) => order.stage === 'OPEN' && order.packages.length === 0)!;
    expect((await control('POST', '/__sim/events', { event: 'cancel-by-buyer', orderId: open.orderId })).status).toBe(
      200,
    );
    expect((await control('POST', '/__sim/events', { event: 'cancel-by-buyer', orderId: open.orderId })).status).toBe(
      500,
    );
    expect((await control('POST', '/__sim/events', { event: 'rotate-secret' })).json.clientSecret).toMatch(
      /^amzn1\.oa2-cs/u,
    );
    const made = await control('POST', '/__sim/events', { event: 'order', region: 'FE', items: [['LAMP-WARM', 1]] });
    expect(made.json.orderId).toMatch(/^\d{3}-\d{7}-\d{7}$/u);
    expect((await control('POST', '/__sim/faults', { kind: 'nonsense', path: '*' })).status).toBe(500);
    expect(
      (await control('POST', '/__sim/faults', { kind: 'error-500', path: '/sellers/*', count: 1 })).json,
    ).toHaveLength(1);
    const failed = await fetch(`${told.url}/sellers/v1/marketplaceParticipations`, {
      headers: { 'user-agent': userAgent },
    });
    expect(failed.status).toBe(500);
    expect((await control('GET', '/__sim/times')).json).toMatchObject([
      { operation: 'getMarketplaceParticipations', status: 500 },
    ]);
    expect((await control('GET', '/__sim/requests')).json).toMatchObject([{ method: 'GET', bodyBase64: '' }]);
    expect((await control('DELETE', '/__sim/faults')).json).toEqual([]);
    expect((await control('GET', '/__sim/nothing')).status).toBe(404);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
