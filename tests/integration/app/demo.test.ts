import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDemo } from '../../../src-main/hosts/electron/demo-host.ts';
import type { Demo } from '../../../src-main/app/ports/demo.ts';
import { fastClock } from '../../support/fast-clock.ts';
import { startTestApp } from '../../support/test-app.ts';
import { allCards, inLane, synced } from '../../support/test-desk.ts';
import { ASSETS } from '../../support/test-platform.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { noDemo } from '../../support/test-ports.ts';

describe('the demo', () => {
  it('started twice is one shop and one virtual printer, and prints', async () => {
    const clock = fastClock();
    const demo = createDemo({ folder: path.join(tempFolder(), 'demo'), assetsDir: ASSETS, platforms: ['ozon'], clock });
    const app = await startTestApp({ clock, demo });
    await Promise.all([app.call('shops.startDemo', {}), app.call('shops.startDemo', {})]);
    await app.call('shops.startDemo', {});
    const { shops } = await app.call('shops.list', {});
    expect(shops).toMatchObject([{ isDemo: true, platform: 'ozon' }]);
    const { printers } = await app.call('printers.list', {});
    expect(printers).toMatchObject([{ isVirtual: true, roles: ['label'] }]);
    await synced(app);
    const cards = await allCards(app);
    expect(cards.length).toBeGreaterThan(30);
    expect(cards.some((card) => card.picture !== null)).toBe(true);
    const card = cards.find((candidate) => candidate.lane === 'new' && candidate.service?.startsWith('CEL') === true);
    await app.call('printing.print', { ids: [card?.orderId ?? ''] });
    await inLane(app, card?.orderId ?? '', 'labelled');
    expect((await app.call('printing.papers', {})).papers).toHaveLength(1);
    expect(app.events.some((event) => event.name === 'papers.changed')).toBe(true);
  });

  it('comes back after a restart with the same shop, at its new address', async () => {
    const folder = path.join(tempFolder(), 'demo');
    const clock = fastClock();
    const demo = createDemo({ folder, assetsDir: ASSETS, platforms: ['ozon'], clock });
    const app = await startTestApp({ clock, demo });
    await app.call('shops.startDemo', {});
    await synced(app);
    const before = (await allCards(app)).map((card) => card.orderId);
    await app.restart();
    expect(await synced(app)).toBeNull();
    const after = (await allCards(app)).map((card) => card.orderId);
    expect(after).toEqual(expect.arrayContaining(before));
    expect((await app.call('printers.list', {})).printers).toHaveLength(1);
  });

  it('that cannot be brought back does not keep the app from starting', async () => {
    const demo = createDemo({
      folder: path.join(tempFolder(), 'demo'),
      assetsDir: ASSETS,
      platforms: ['ozon'],
      clock: fastClock(),
    });
    let isBroken = false;
    const fragile: Demo = { ...demo, start: () => (isBroken ? noDemo.start() : demo.start()) };
    const app = await startTestApp({ demo: fragile });
    await app.call('shops.startDemo', {});
    isBroken = true;
    await app.restart();
    expect((await app.call('shops.list', {})).shops).toHaveLength(1);
    expect(app.log.lines.map((line) => line.event)).toContain('demo-failed');
  });
});
