import { noAfterSales, type OzonAfterSales } from '../ozon/after-sales.ts';
import type { OzonPosting } from '../ozon/posting.ts';

const hour = 3_600_000;

/** What came after the sale on a busy day: a parcel that Ozon brings back, and a buyer who asks the seller to take one back. */
export function demoAfterSales(postings: readonly OzonPosting[], nowMs: number): OzonAfterSales {
  const delivered = postings.filter((posting) => posting.status === 'delivered');
  const byOzon = delivered.find((posting) => posting.customer === null);
  const bySeller = delivered.find((posting) => posting.customer !== null);
  return {
    ...noAfterSales(),
    returns: byOzon === undefined ? [] : [comingBack(byOzon, nowMs - 20 * hour)],
    rfbsReturns: bySeller === undefined ? [] : [askedFor(bySeller, nowMs - 3 * hour)],
  };
}

function comingBack({ postingNumber, lines: [line] }: OzonPosting, atMs: number): OzonAfterSales['returns'][number] {
  return {
    id: '1000015552',
    type: 'ClientReturn',
    postingNumber,
    reason: 'Не подошёл размер',
    ...goodsOf(line),
    quantity: 1,
    barcode: 'ii1000015552',
    returnedAtMs: atMs,
    status: 'OnSellerApproval',
    changedAtMs: atMs,
  };
}

function askedFor({ postingNumber, lines: [line] }: OzonPosting, atMs: number): OzonAfterSales['rfbsReturns'][number] {
  return { id: '40015552', postingNumber, ...goodsOf(line), createdAtMs: atMs, groupState: 'New' };
}

function goodsOf(line: OzonPosting['lines'][number] | undefined) {
  if (line === undefined) throw new Error('a posting without lines');
  const { sku, offerId, name, price, currency } = line;
  return { sku, offerId, name, price, currency };
}
