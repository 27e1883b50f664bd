import { describe, expect, it, onTestFinished } from 'vitest';
import { tokenPacer } from '../../../src-main/adapters/http/token-pacer.ts';
import { createHttp } from '../../../src-main/adapters/http/node-http.ts';
import { taobaoFactory } from '../../../src-main/adapters/platforms/taobao/taobao-factory.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { makeTrade } from '../../../src-main/demo/taobao/busy-day/make-trade.ts';
import { taobaoBusyDay } from '../../../src-main/demo/taobao/busy-day/busy-day.ts';
import { createTaobaoSimulator } from '../../../src-main/demo/taobao/simulator.ts';
import { fastClock } from '../../support/fast-clock.ts';
import { startPrintClient } from '../../support/print-client-bench.ts';
import { startTestApp } from '../../support/test-app.ts';
import { effectOf, findCard, isDone, jobOf, synced } from '../../support/test-desk.ts';
import { waitUntil } from '../../support/wait-until.ts';

const MEASURE = { weightGrams: 500, lengthMm: 200, widthMm: 150, heightMm: 100 };
const DAY_MS = 86_400_000;

async function taobaoDesk() {
  const clock = fastClock();
  const random = seededRandom(23);
  const nowMs = clock.nowMs();
  const simulator = createTaobaoSimulator({
    clock,
    random,
    seed: taobaoBusyDay({ nowMs, random, trades: 0 }),
    timings: {
      pickupDelayMs: 2 * DAY_MS,
      transitStepMs: DAY_MS,
      confirmDelayMs: DAY_MS,
      autoConfirmMs: 10 * DAY_MS,
      refundAnswerUnshippedMs: 2 * DAY_MS,
      refundAnswerShippedMs: 5 * DAY_MS,
      messageRedeliveryMs: 60_000,
    },
    callLimits: { callsPerSecond: 1_000_000, callsPerDay: 100_000_000 },
  });
  const { url } = await simulator.start();
  onTestFinished(async () => await simulator.stop());
  const { client, address } = await startPrintClient();
  const http = createHttp({ fetch: globalThis.fetch });
  const factory = taobaoFactory({ http, clock, makePacer: tokenPacer(clock) });
  const app = await startTestApp({ clock, connectors: () => new Map([['taobao', factory]]) });
  const profile = { ...DEFAULT_PROFILE, language: 'page' as const, quirks: [] };
  await app.call('printers.save', { id: null, name: '菜鸟', address, profile, roles: [] });
  const { appKey, secret, session } = simulator.keys();
  const settings = { appKey, appSecret: secret, sessionKey: session, baseUrl: url };
  await app.call('shops.connect', { platform: 'taobao', name: '淘宝', settings });
  const trade = makeTrade(random, {
    serial: 500_001,
    createdMs: clock.nowMs() - 60_000,
    items: simulator.world().items,
  });
  simulator.addTrade({ ...trade, modifiedMs: Math.floor(clock.nowMs() / 1_000) * 1_000 });
  const card = await waitUntil('the trade comes in', async () => {
    await synced(app);
    return (await findCard(app, trade.tid)) ?? null;
  });
  return { app, client, card, simulator, tid: trade.tid };
}

describe('Taobao', () => {
  it('sells a waybill, the print client draws it, and the trade is shipped with its number', async () => {
    const { app, client, card, simulator, tid } = await taobaoDesk();
    const { orderId } = card;
    expect((await app.call('orders.get', { id: orderId })).labelBy).toBe('bought');
    expect((await app.call('printing.print', { ids: [orderId] })).results).toMatchObject([
      { ok: false, refusal: 'label-not-bought' },
    ]);
    const { offers } = await app.call('labels.offers', { orderId, measure: MEASURE });
    const [chosen] = offers;
    const wish = { orderId, measure: MEASURE, offer: chosen!, isPrintedAfter: true };
    const [first, second] = await Promise.all([app.call('labels.buy', wish), app.call('labels.buy', wish)]);
    expect([...first.results, ...second.results].filter((result) => result.ok)).toHaveLength(1);
    await jobOf(app, orderId, 'confirmed');
    const { trackingNumber } = await effectOf(app, orderId, 'push-tracking', isDone);
    expect(client.books().prints).toMatchObject([
      { documentId: trackingNumber, label: { waybillCode: trackingNumber } },
    ]);
    const book = simulator.world().trades.find((one) => one.tid === tid);
    expect(JSON.stringify(book)).toContain(trackingNumber);
    const again = await app.call('labels.offers', { orderId, measure: MEASURE }).catch(() => null);
    if (again !== null) expect(again.likelyId).toBe(chosen?.id);
  });
});
