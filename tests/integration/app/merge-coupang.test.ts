import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createHttp } from '../../../src-main/adapters/http/node-http.ts';
import { createVirtualPrinter } from '../../../src-main/demo/printer/virtual-printer.ts';
import { createDemo } from '../../../src-main/hosts/electron/demo-host.ts';
import { allConnectors } from '../../support/all-connectors.ts';
import { fastClock } from '../../support/fast-clock.ts';
import { giveLabel } from '../../support/merged-desk.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addPrinter, allCards, effectOf, inLane, isDone, synced } from '../../support/test-desk.ts';
import { ASSETS } from '../../support/test-platform.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const NUMBER = '680412345674';

/** The demo shop on Coupang, which lets boxes of one buyer go out under one number, and a printer. */
async function startCoupang() {
  const clock = fastClock();
  const demo = createDemo({
    folder: path.join(tempFolder(), 'demo'),
    assetsDir: ASSETS,
    platforms: ['coupang'],
    clock,
  });
  const app = await startTestApp({
    clock,
    demo,
    connectors: () => allConnectors(createHttp({ fetch: globalThis.fetch }), clock),
  });
  await app.call('shops.startDemo', {});
  for (const { id } of (await app.call('shops.list', {})).shops) await synced(app, id);
  const printer = createVirtualPrinter({ language: 'auto', clock });
  const { port } = await printer.start();
  onTestFinished(() => printer.stop());
  await addPrinter(app, port);
  return { app, printer };
}

async function numbersThere(app: TestApp, id: string): Promise<string[]> {
  const { remoteParcels } = await app.call('orders.get', { id });
  return remoteParcels.map(({ trackingNumber }) => trackingNumber);
}

it('two boxes of a buyer on Coupang go out under one number, which both get', { timeout: 60_000 }, async () => {
  const { app, printer } = await startCoupang();
  const ids = (await allCards(app)).filter((card) => card.siblingCount > 0).map((card) => card.orderId);
  expect(ids).toHaveLength(2);
  const [first = '', second = ''] = ids;
  await app.call('orders.merge', { ids });
  await giveLabel({ app }, second, NUMBER, 'CJGLS');
  const pressed = await app.call('printing.print', { ids });
  expect(pressed.results.map(({ ok }) => ok)).toEqual([true, true]);
  for (const id of ids) await inLane(app, id, 'labelled');
  for (const id of ids) await effectOf(app, id, 'push-tracking', isDone);
  expect(printer.papers()).toHaveLength(1);
  await synced(app);
  await expect.poll(() => numbersThere(app, first)).toEqual([NUMBER]);
  await expect.poll(() => numbersThere(app, second)).toEqual([NUMBER]);
});
