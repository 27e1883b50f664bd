import { describe, expect, it } from 'vitest';
import { slipsHandlers } from '../../../src-main/app/handlers/slips-handlers.ts';
import { cardTextSchema } from '../../../src-main/contract/methods/slips.ts';
import { METHODS } from '../../../src-main/contract/index.ts';
import type { Bitmap } from '../../../src-main/core/label/bitmap.ts';
import { bitmapPng } from '../../support/bitmap-png.ts';
import { decodePng } from '../../support/decode-png.ts';
import { inkIn } from '../../support/render-pdf.ts';
import { readReceipt } from '../../support/read-receipt.ts';
import { slipDesk } from '../../support/slip-desk.ts';

const RECEIPT = { language: 'escpos', mediaWidthMm: 80, headDots: 576, cut: 'each' } as const;
const A4 = { language: 'page', mediaWidthMm: 210, mediaHeightMm: 297, dpi: 300, headDots: 2480 } as const;

const pagesOf = (payload: unknown): readonly Bitmap[] => (payload as { pages: readonly Bitmap[] }).pages;
const bytesOf = (payload: unknown): Uint8Array => (payload as { bytes: Uint8Array }).bytes;

describe('printers for slips', () => {
  it('a pick list goes to the sheet printer, what lies in the parcel to the slip printer', async () => {
    const desk = await slipDesk();
    const handlers = slipsHandlers(desk.deps);
    const id = await desk.addOrder(1);
    await desk.addPrinter('label', ['label']);
    await desk.addPrinter('slip', ['slip'], RECEIPT);
    await desk.addPrinter('sheet', ['sheet'], A4);
    await handlers['slips.print']({ kind: 'pick-list', ids: [id], printerId: null });
    await handlers['slips.print']({ kind: 'packing-slip', ids: [id], printerId: null });
    await handlers['slips.print']({ kind: 'thank-you-card', ids: [id], printerId: null });
    expect(desk.sent.map(({ printer }) => printer)).toEqual(['sheet', 'slip', 'slip']);
  });

  it('without one the label printer does it, in pages of its stock', async () => {
    const desk = await slipDesk();
    const id = await desk.addOrder(1);
    const printerId = await desk.addPrinter('label', ['label']);
    const printed = await slipsHandlers(desk.deps)['slips.print']({ kind: 'packing-slip', ids: [id], printerId: null });
    expect(printed).toMatchObject({ outcome: 'sent', reason: null, printerId, pageCount: 1 });
    expect(desk.sent[0]!.payload.kind).toBe('raw');
  });

  it('with none at all, or one that is gone, says so', async () => {
    const desk = await slipDesk();
    const id = await desk.addOrder(1);
    const { 'slips.print': print } = slipsHandlers(desk.deps);
    await expect(print({ kind: 'pick-list', ids: [id], printerId: null })).rejects.toMatchObject({
      code: 'printer-missing',
    });
    await desk.addPrinter('label', ['label']);
    await expect(print({ kind: 'pick-list', ids: [id], printerId: 'gone' })).rejects.toMatchObject({
      code: 'printer-missing',
    });
    await expect(print({ kind: 'pick-list', ids: ['gone'], printerId: null })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('what is printed', () => {
  it('a packing slip of a page has the order number as bars and no phone', async () => {
    const desk = await slipDesk();
    const id = await desk.addOrder(3);
    await desk.addPrinter('sheet', ['sheet'], A4);
    await slipsHandlers(desk.deps)['slips.print']({ kind: 'packing-slip', ids: [id], printerId: null });
    const [page] = pagesOf(desk.sent[0]!.payload);
    expect([page!.widthDots, page!.heightDots]).toEqual([2480, 3508]);
    const order = await desk.store.read.order(id);
    expect((await decodePng(bitmapPng(page!))).map((code) => code.text)).toEqual([order!.facts.remoteId]);
  });

  it('a receipt has its number for the scanner, is cut, and has nothing but ASCII and dots', async () => {
    const desk = await slipDesk();
    const ids = [await desk.addOrder(3), await desk.addOrder(4)];
    await desk.addPrinter('slip', ['slip'], RECEIPT);
    const printed = await slipsHandlers(desk.deps)['slips.print']({ kind: 'packing-slip', ids, printerId: null });
    expect(printed.pageCount).toBe(2);
    const parts = readReceipt(bytesOf(desk.sent[0]!.payload));
    expect(parts.filter((part) => part.kind === 'cut')).toHaveLength(2);
    expect(parts.filter((part) => part.kind === 'dots').every((part) => part.bitmap.widthDots === 576)).toBe(true);
  });

  it('cancelled and closed orders are left out, which is told', async () => {
    const desk = await slipDesk();
    const gone = await desk.addOrder(1, { facts: { stage: 'cancelled' } });
    const closed = await desk.addOrder(2, { work: { closedAtMs: 1 } });
    const id = await desk.addOrder(3);
    await desk.addPrinter('slip', ['slip'], RECEIPT);
    const { 'slips.print': print } = slipsHandlers(desk.deps);
    const printed = await print({ kind: 'pick-list', ids: [gone, closed, id], printerId: null });
    expect(printed.warnings).toContain('orders-left-out:2');
    expect(await desk.store.read.slipPrintsSince(0)).toMatchObject([
      { kind: 'pick-list', orderIds: [id], outcome: 'sent' },
    ]);
    await expect(print({ kind: 'pick-list', ids: [gone], printerId: null })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('paper that did not come out is kept as such, and logged without names', async () => {
    const desk = await slipDesk({}, { kind: 'not-sent', reason: 'paper-out' });
    const id = await desk.addOrder(1);
    await desk.addPrinter('slip', ['slip'], RECEIPT);
    const printed = await slipsHandlers(desk.deps)['slips.print']({
      kind: 'thank-you-card',
      ids: [id],
      printerId: null,
    });
    expect(printed).toMatchObject({ outcome: 'not-sent', reason: 'paper-out' });
    expect(await desk.store.read.slipPrintsSince(0)).toMatchObject([{ outcome: 'not-sent' }]);
    expect(desk.events).toContain('printing.changed');
    const order = await desk.store.read.order(id);
    expect(JSON.stringify(desk.log.lines)).not.toContain(order!.facts.buyerName);
  });

  it('the pick list is written in the language of the window', async () => {
    const desk = await slipDesk();
    const id = await desk.addOrder(1);
    await desk.addPrinter('sheet', ['sheet'], A4);
    const list = { kind: 'pick-list' as const, ids: [id], printerId: null };
    const inEnglish = await slipsHandlers(desk.deps)['slips.preview'](list);
    const inChinese = await slipsHandlers({ ...desk.deps, locale: () => 'zh-CN' })['slips.preview'](list);
    expect(inChinese.pages).not.toEqual(inEnglish.pages);
  });
});

describe('previews', () => {
  it('show the pages of each printer and print nothing', async () => {
    const desk = await slipDesk();
    const ids = await Promise.all(Array.from({ length: 14 }, (_, index) => desk.addOrder(index + 1)));
    const slip = await desk.addPrinter('slip', ['slip'], RECEIPT);
    const sheet = await desk.addPrinter('sheet', ['sheet'], A4);
    const { 'slips.preview': preview } = slipsHandlers(desk.deps);
    const onRoll = await preview({ kind: 'packing-slip', ids, printerId: slip });
    expect(onRoll).toMatchObject({ printerId: slip, widthMm: 72 });
    expect(onRoll.pages).toHaveLength(12);
    expect(METHODS['slips.preview'].output.safeParse(onRoll).success).toBe(true);
    const onSheet = await preview({ kind: 'pick-list', ids, printerId: sheet });
    expect(onSheet).toMatchObject({ printerId: sheet, widthMm: 210, warnings: [] });
    expect(Buffer.from(onSheet.pages[0]!, 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(desk.sent).toEqual([]);
    expect(await desk.store.read.slipPrintsSince(0)).toEqual([]);
  });

  it('hundreds of slips are printed in one go', async () => {
    const desk = await slipDesk();
    const ids = await Promise.all(Array.from({ length: 90 }, (_, index) => desk.addOrder(index + 1)));
    await desk.addPrinter('driver', ['slip'], { language: 'page' });
    const printed = await slipsHandlers(desk.deps)['slips.print']({ kind: 'thank-you-card', ids, printerId: null });
    expect(printed.pageCount).toBe(90);
    expect(pagesOf(desk.sent[0]!.payload).every((page) => inkIn(page, 0, 0, 800, 1200) > 500)).toBe(true);
    const printerId = await desk.addPrinter('zpl', ['slip'], { language: 'zpl' });
    await slipsHandlers(desk.deps)['slips.print']({ kind: 'thank-you-card', ids, printerId });
    expect(desk.sent).toHaveLength(2);
    expect(Buffer.from(bytesOf(desk.sent[1]!.payload)).toString('latin1').split('^XZ')).toHaveLength(91);
  });
});

describe('thank-you cards', () => {
  const card = { platform: 'ozon', language: 'ru', title: 'Привет', body: '{buyer}, это от {shop}' } as const;

  it('are ours in every language until the seller writes her own, and ours again when she empties it', async () => {
    const desk = await slipDesk();
    const handlers = slipsHandlers(desk.deps);
    const ours = (await handlers['slips.cards']({})).cards;
    expect(new Set(ours.map((each) => each.platform))).toEqual(new Set(['ozon']));
    expect(ours.length).toBe(10);
    await handlers['slips.saveCard'](card);
    await handlers['slips.saveCard']({ ...card, language: 'uk' });
    const hers = (await handlers['slips.cards']({})).cards;
    expect(hers).toContainEqual(card);
    expect(hers).toHaveLength(11);
    await handlers['slips.saveCard']({ ...card, title: '', body: ' ' });
    expect((await handlers['slips.cards']({})).cards).toEqual(expect.arrayContaining(ours));
  });

  it('a setting that was spoilt loses nothing but itself', async () => {
    const desk = await slipDesk();
    const handlers = slipsHandlers(desk.deps);
    for (const json of ['{', '[]]', '{"a":1}', '[{"platform":"ebay"}]', 'null', '"' + 'x'.repeat(10_000) + '"']) {
      await desk.store.write((tx) => tx.saveSetting('thank-you-cards', json));
      const { cards } = await handlers['slips.cards']({});
      expect(cards).toHaveLength(10);
      expect(cards.every((each) => cardTextSchema.safeParse(each).success)).toBe(true);
    }
    await handlers['slips.saveCard'](card);
    expect((await handlers['slips.cards']({})).cards).toContainEqual(card);
  });
});
