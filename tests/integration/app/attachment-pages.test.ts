import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { delivered, startReportingShop } from '../../support/reporting-shop.ts';

/** A shop with one order, and what keeping a file on it answers. */
async function withFile(fileName: string, bytes: Uint8Array) {
  const shop = await startReportingShop(delivered(1));
  const { id: orderId } = await shop.order(1);
  const base64 = Buffer.from(bytes).toString('base64');
  const { attachment } = await shop.app.call('attachments.add', { orderId, caseId: null, fileName, base64 });
  return { ...shop, id: attachment.id };
}

async function twoPages(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([288, 432]);
  document.addPage([595, 842]);
  return document.save();
}

describe('the pages of a PDF that is kept with an order', () => {
  it('are drawn one by one, in their own sizes', async () => {
    const { app, id } = await withFile('invoice.pdf', await twoPages());
    const { pages } = await app.call('attachments.pages', { id });
    expect(pages.map(({ widthMm, heightMm }) => [Math.round(widthMm), Math.round(heightMm)])).toEqual([
      [102, 152],
      [210, 297],
    ]);
    for (const { png } of pages) expect(Buffer.from(png, 'base64').toString('latin1', 1, 4)).toBe('PNG');
  });

  it('are refused of what is no PDF, is broken, or was removed', async () => {
    const text = await withFile('chat.txt', Buffer.from('ok'));
    expect(await text.app.ask('attachments.pages', { id: text.id })).toMatchObject({ code: 'file-unreadable' });
    const { app, id } = await withFile('broken.pdf', Buffer.from('%PDF-1.7\nnothing'));
    expect(await app.ask('attachments.pages', { id })).toMatchObject({ code: 'file-unreadable' });
    await app.call('attachments.remove', { id });
    expect(await app.ask('attachments.pages', { id })).toMatchObject({ code: 'not-found' });
  });
});
