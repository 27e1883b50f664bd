import { describe, expect, it } from 'vitest';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import type { MeasureView } from '../../../src-main/contract/methods/labels.ts';
import type { OrderId } from '../../../src-main/core/shared/ids.ts';
import { labelCounter, offer } from '../../support/label-counter.ts';
import { labelPdf } from '../../support/test-batch.ts';
import { atRest, effectOf, findCard, isDone, jobOf, startDesk, type DeskOptions } from '../../support/test-desk.ts';
import { waitUntil } from '../../support/wait-until.ts';

const MEASURE: MeasureView = { weightGrams: 860, lengthMm: 220, widthMm: 180, heightMm: 140 };

async function counterDesk(options: DeskOptions = {}) {
  const counter = labelCounter();
  const pdf = await labelPdf('BOUGHT0001');
  counter.document = () => ({ kind: 'pdf', bytes: pdf });
  const desk = await startDesk({ ...options, connectors: (ozon) => new Map([['ozon', counter.over(ozon)]]) });
  const { app } = desk;
  const buy = (card: CardView, isPrintedAfter = false) => {
    const { id, carrier, service, price, ...rest } = counter.offers[0]!;
    const chosen = { id, carrier, service, price, ...rest, warnings: [] };
    return app.call('labels.buy', { orderId: card.orderId, measure: MEASURE, offer: chosen, isPrintedAfter });
  };
  const purchase = (card: CardView, is: Parameters<typeof effectOf>[3]) => effectOf(app, card.orderId, 'buy-label', is);
  return { ...desk, counter, buy, purchase };
}

const ok = [{ orderId: expect.any(String), ok: true }];
const refused = (refusal: string) => [{ orderId: expect.any(String), ok: false, refusal }];

describe('buying a label', () => {
  it('takes its money once, gets the label, and tells the platform the number on it when it is printed', async () => {
    const { app, counter, buy, purchase, printer, newOrder } = await counterDesk();
    const card = await newOrder('3pl_tracking');
    const outcome = await buy(card);
    expect(outcome).toMatchObject({ results: ok, effectCount: 2, undoUntilMs: expect.any(Number) });
    await purchase(card, isDone);
    await waitUntil('the label', () => app.store.read.latestLabel(card.orderId as OrderId));
    await atRest(app);
    expect(counter.sales).toMatchObject([{ offerId: 'CAINIAO_STANDARD' }]);
    const { parcels } = await app.call('orders.get', { id: card.orderId });
    expect(parcels).toMatchObject([{ trackingNumber: '78000000000001', carrier: 'YTO' }]);
    expect(printer.papers()).toEqual([]);
    await app.call('printing.print', { ids: [card.orderId] });
    await jobOf(app, card.orderId, 'sent', 'confirmed');
    expect(await effectOf(app, card.orderId, 'push-tracking', isDone)).toMatchObject({
      trackingNumber: '78000000000001',
    });
  });

  it('twice, from two windows at the same time, is bought once', async () => {
    const { app, counter, buy, purchase, newOrder } = await counterDesk();
    const card = await newOrder('3pl_tracking');
    const outcomes = await Promise.all([buy(card), buy(card), buy(card)]);
    expect(outcomes.map(({ results }) => results).filter(([result]) => result?.ok)).toHaveLength(1);
    expect(outcomes.flatMap(({ results }) => results)).toContainEqual(refused('label-already-bought')[0]);
    await purchase(card, isDone);
    expect((await buy(card)).results).toEqual(refused('label-already-bought'));
    await atRest(app);
    expect(counter.sales).toHaveLength(1);
  });

  it('is taken back before it left, and can be bought then', async () => {
    const { app, counter, buy, purchase, newOrder } = await counterDesk({ undoWindowMs: 20_000 });
    const card = await newOrder('3pl_tracking');
    const { commandId } = await buy(card, true);
    await jobOf(app, card.orderId, 'waiting');
    await app.call('board.undo', { commandId: commandId ?? '' });
    expect((await jobOf(app, card.orderId, 'cancelled')).step).toBe('undone');
    expect((await findCard(app, card.remoteId))?.lane).toBe('new');
    expect((await buy(card)).results).toEqual(ok);
    await purchase(card, isDone);
    expect(counter.sales.map(({ key }) => key)).toEqual([expect.stringMatching(/:buy-label:2$/)]);
  });

  it('prints after it, when it is there and not before', async () => {
    const { app, buy, printer, newOrder } = await counterDesk({ undoWindowMs: 4_000 });
    const card = await newOrder('3pl_tracking');
    await buy(card, true);
    expect(await waitUntil('the job waits', async () => (await jobOf(app, card.orderId, 'waiting')).step)).toBe(
      'confirm',
    );
    await jobOf(app, card.orderId, 'sent', 'confirmed');
    expect(printer.papers()).toHaveLength(1);
    await effectOf(app, card.orderId, 'push-tracking', isDone);
  });

  it('is not done for an order that is stopped, or was shipped', async () => {
    const { app, counter, buy, newOrder } = await counterDesk();
    const card = await newOrder('3pl_tracking');
    await app.call('orders.hold', { ids: [card.orderId], reason: 'price', note: '', untilMs: null });
    expect((await buy(card)).results).toEqual(refused('solve-problem-first'));
    expect(
      await app.ask('labels.buy', {
        orderId: 'nobody',
        measure: MEASURE,
        offer: offer() as never,
        isPrintedAfter: false,
      }),
    ).toMatchObject({ ok: false, code: 'not-found' });
    expect(counter.sales).toEqual([]);
  });
});

describe('a purchase whose answer is lost', () => {
  it('is looked for, and not made again', async () => {
    const { app, counter, buy, purchase, newOrder } = await counterDesk();
    counter.mood = 'lost';
    const card = await newOrder('3pl_tracking');
    await buy(card, true);
    await purchase(card, isDone);
    await jobOf(app, card.orderId, 'sent', 'confirmed');
    expect([counter.sales.length, counter.lookCount]).toEqual([1, 1]);
  });

  it('over a restart in the middle is looked for too', async () => {
    const { app, counter, buy, purchase, newOrder } = await counterDesk();
    counter.mood = 'lost';
    const card = await newOrder('3pl_tracking');
    await buy(card);
    await purchase(card, ({ state }) => state === 'unconfirmed');
    expect((await buy(card)).results).toEqual(refused('label-already-bought'));
    await app.restart();
    await purchase(card, isDone);
    expect(counter.sales).toHaveLength(1);
  });
});

describe('a purchase that was refused', () => {
  it('fails its print job with the platform’s reason, and does not stand in the way of another', async () => {
    const { app, counter, buy, purchase, newOrder } = await counterDesk();
    counter.mood = 'rejected';
    const card = await newOrder('3pl_tracking');
    await buy(card, true);
    expect(await jobOf(app, card.orderId, 'failed')).toMatchObject({ step: 'no-balance' });
    const { results } = await app.call('printing.print', { ids: [card.orderId] });
    expect(results).toEqual(refused('label-not-bought'));
    counter.mood = 'good';
    expect((await buy(card, true)).results).toEqual(ok);
    await purchase(card, isDone);
    await jobOf(app, card.orderId, 'sent', 'confirmed');
    expect(counter.sales).toHaveLength(1);
    await atRest(app);
    const { effects } = await app.call('outbox.list', {});
    expect(effects).toEqual([]);
  });

  it('but was made after all, is not made again', async () => {
    const { app, counter, buy, purchase, newOrder } = await counterDesk();
    counter.mood = 'rejected';
    const card = await newOrder('3pl_tracking');
    await buy(card);
    const { id } = await purchase(card, ({ state }) => state === 'gave-up');
    const row = (await app.store.read.effectsOfOrder(card.orderId as OrderId)).find((one) => one.id === id)!;
    counter.mood = 'deaf';
    expect((await buy(card)).results).toEqual(refused('purchase-unsure'));
    counter.mood = 'good';
    (counter.sales as unknown[]).push({ key: row.key, remoteId: card.remoteId, offerId: 'x' });
    expect((await buy(card)).results).toEqual(refused('label-already-bought'));
    await app.call('printing.print', { ids: [card.orderId] });
    await jobOf(app, card.orderId, 'sent', 'confirmed');
    expect(counter.sales).toHaveLength(1);
  });
});

describe('the print key', () => {
  it('never buys: it says that nothing was bought', async () => {
    const { app, counter, newOrder } = await counterDesk();
    const card = await newOrder('3pl_tracking');
    const { results, batchId } = await app.call('printing.print', { ids: [card.orderId] });
    expect([results, batchId]).toEqual([refused('label-not-bought'), null]);
    expect((await findCard(app, card.remoteId))?.lane).toBe('new');
    await atRest(app);
    expect(counter.sales).toEqual([]);
  });

  it('waits for a purchase that is under way', async () => {
    const { app, buy, newOrder } = await counterDesk({ undoWindowMs: 5_000 });
    const card = await newOrder('3pl_tracking');
    await buy(card);
    const { results } = await app.call('printing.print', { ids: [card.orderId] });
    expect(results).toEqual(ok);
    await jobOf(app, card.orderId, 'sent', 'confirmed');
  });
});

describe('what can be bought', () => {
  it('is shown with the buyer’s choice first, then by price', async () => {
    const { app, counter, newOrder } = await counterDesk();
    const money = (minor: number, currency = 'CNY') => ({ minor, currency });
    counter.offers = [
      offer({ id: 'unknown', price: null }),
      offer({ id: 'dear', price: money(9_000) }),
      offer({ id: 'cheap', price: money(1_000) }),
      offer({ id: 'chosen', price: money(20_000), isBuyersChoice: true }),
    ];
    const card = await newOrder('3pl_tracking');
    const {
      offers,
      refused: others,
      likelyId,
    } = await app.call('labels.offers', { orderId: card.orderId, measure: MEASURE });
    expect(offers.map(({ id }) => id)).toEqual(['chosen', 'cheap', 'dear', 'unknown']);
    expect([others, likelyId]).toEqual([[{ service: 'Post', code: 'too-heavy' }], null]);
  });

  it('and what was bought last is likely, for the same goods in the same parcel', async () => {
    const { app, counter, buy, purchase, ozon, newOrder } = await counterDesk();
    const first = await newOrder('3pl_tracking');
    expect(await app.call('labels.measure', { orderId: first.orderId })).toEqual({ measure: null });
    await buy(first);
    await purchase(first, isDone);
    await waitUntil('the label', () => app.store.read.latestLabel(first.orderId as OrderId));
    const come = async (number: string) => {
      await app.call('shops.syncNow', {});
      return waitUntil(number, async () => (await findCard(app, number)) ?? null);
    };
    const { customer } = ozon.book(first.remoteId);
    const second = await come(ozon.add('3pl_tracking', [['MUG-MOON-350', 1]], { customer }));
    expect(await app.call('labels.measure', { orderId: second.orderId })).toEqual({ measure: MEASURE });
    const likely = async () =>
      (await app.call('labels.offers', { orderId: second.orderId, measure: MEASURE })).likelyId;
    counter.offers = [offer({ id: 'new', carrier: 'YW', service: 'Plus' }), offer()];
    expect(await likely()).toBe('CAINIAO_STANDARD');
    counter.offers = [offer({ id: 'new', carrier: 'YW', service: 'Plus' }), offer({ id: 'fresh-each-time' })];
    expect(await likely()).toBe('fresh-each-time');
    counter.offers = [offer({ id: 'new', carrier: 'YW', service: 'Plus' })];
    expect(await likely()).toBeNull();
    const pair = await come(ozon.add('3pl_tracking', [['MUG-MOON-350', 2]]));
    expect(await app.call('labels.measure', { orderId: pair.orderId })).toEqual({ measure: null });
  });
});
