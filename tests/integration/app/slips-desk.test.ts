import { expect, it } from 'vitest';
import type { OrderId } from '../../../src-main/core/shared/ids.ts';
import { decodePng } from '../../support/decode-png.ts';
import { allCards, startDesk } from '../../support/test-desk.ts';
import { waitUntil } from '../../support/wait-until.ts';

it('packing slips come out of the label printer, each with its order number, and count for the day', async () => {
  const desk = await startDesk({ postings: 4 });
  const cards = (await allCards(desk.app)).filter((card) => card.lane === 'new').slice(0, 3);
  const ids = cards.map((card) => card.orderId);
  const printed = await desk.app.call('slips.print', { kind: 'packing-slip', ids, printerId: null });
  expect(printed).toMatchObject({ pageCount: ids.length, printerId: desk.printerId, warnings: [] });
  expect(['sent', 'confirmed']).toContain(printed.outcome);
  const papers = await waitUntil('the slips', async () =>
    desk.printer.papers().length === ids.length ? desk.printer.papers() : null,
  );
  const numbers = await Promise.all(
    ids.map(async (id) => (await desk.app.store.read.order(id as OrderId))!.facts.remoteId),
  );
  const codes = await Promise.all(papers.map((paper) => decodePng(paper.png)));
  expect(codes.flat().map((code) => code.text)).toEqual(numbers);
  const { totals } = await desk.app.call('printing.today', { dayStartMs: 0 });
  expect(totals).toMatchObject({ packingSlips: 3, pickLists: 0, thankYouCards: 0 });
});
