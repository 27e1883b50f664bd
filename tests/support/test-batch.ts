import { createHash } from 'node:crypto';
import { drawCode128, pdfOf } from './pdfs.ts';
import { decodePng } from './decode-png.ts';
import type { LabelId, OrderId } from '../../src-main/core/shared/ids.ts';
import { parcelId } from '../../src-main/core/order/parcel-id.ts';
import type { VirtualPaper } from '../../src-main/demo/printer/virtual-printer.ts';
import { synced, type Desk } from './test-desk.ts';
import type { TestPlatform } from './test-platform.ts';
import { waitUntil } from './wait-until.ts';

/** An order in to-ship whose label lies in the store, and the text of the label's barcode. */
export interface LabelledOrder {
  readonly orderId: OrderId;
  readonly remoteId: string;
  readonly code: string;
}

/** Confirmed orders, one for each item list, with the platform's label of each at hand. In the order they are given. */
export async function labelledOrders(
  { app, ozon, shopId }: Desk,
  items: readonly NonNullable<Parameters<TestPlatform['add']>[1]>[],
  integration: Parameters<TestPlatform['add']>[0] = 'ozon',
): Promise<LabelledOrder[]> {
  const ready = { status: 'awaiting_deliver', substatus: 'posting_registered' };
  const numbers = items.map((wish) => ozon.add(integration, wish, ready));
  const orders = await waitUntil('the orders come in', async () => {
    await synced(app);
    const found = await app.store.read.ordersByRemote(shopId, numbers);
    return found.length === numbers.length ? found : null;
  });
  const ids = new Map(orders.map((order) => [order.facts.remoteId, order.id]));
  const labelled: LabelledOrder[] = [];
  for (const [index, remoteId] of numbers.entries()) {
    const orderId = ids.get(remoteId);
    if (orderId === undefined) throw new Error(`no order ${remoteId}`);
    labelled.push({ orderId, remoteId, code: `LABEL${String(index + 1).padStart(4, '0')}` });
  }
  const documents = await Promise.all(labelled.map(({ code }) => labelPdf(code)));
  await app.store.write(async (tx) => {
    for (const [index, { orderId }] of labelled.entries()) {
      const bytes = documents[index] ?? new Uint8Array();
      await tx.saveLabel({
        id: `label-${orderId}` as LabelId,
        orderId,
        parcelId: parcelId(orderId, 1),
        source: 'platform',
        fileName: null,
        document: { kind: 'pdf', bytes },
        sha256: createHash('sha256').update(bytes).digest('hex'),
        createdAtMs: app.clock.nowMs(),
      });
    }
  });
  return labelled;
}

/** A carrier's label of 100×150 mm with one barcode and some lines. */
export function labelPdf(code: string): Promise<Uint8Array> {
  return pdfOf([[283, 425]], (page) => {
    drawCode128(page, code, { x: 40, y: 200, height: 60, modulePt: (72 / 203) * 3 });
  });
}

/** The code on each paper, in the order they came out; '?' where none can be read (half labels). */
export async function codesOn(papers: readonly VirtualPaper[]): Promise<string[]> {
  const codes: string[] = [];
  for (const paper of papers) {
    const [code] = await decodePng(Buffer.from(paper.png));
    codes.push(code?.text ?? '?');
  }
  return codes;
}

export const ids = (orders: readonly LabelledOrder[]): string[] => orders.map((order) => order.orderId);
export const codes = (orders: readonly LabelledOrder[]): string[] => orders.map((order) => order.code);
