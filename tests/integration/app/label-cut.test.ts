import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { FitChoice } from '../../../src-main/core/label/fit-choice.ts';
import { decodePng } from '../../support/decode-png.ts';
import { gifOf } from '../../support/gifs.ts';
import { drawLabel, pdfOf } from '../../support/pdfs.ts';
import { inLane, startDesk, type Desk } from '../../support/test-desk.ts';

const A4 = [595.28, 841.89] as const;
const NUMBERS = ['LX481203775CN', 'LX481203789CN'];
const LOWER: FitChoice = {
  box: { left: 0, top: 0.5, width: 0.5, height: 0.5 },
  quarterTurns: 0,
  scale: 'own-size',
};

/** An A4 sheet with a label in its upper and in its lower left quarter. */
async function sheet(serial: string): Promise<string> {
  const bytes = await pdfOf([A4], (page) => {
    NUMBERS.forEach((number, index) => drawLabel(page, number, 8, index === 0 ? 430 : 10, 278, 400));
    page.drawText(serial, { x: 500, y: 20, size: 6 });
  });
  return Buffer.from(bytes).toString('base64');
}

async function labelled(desk: Desk, base64: string): Promise<string> {
  const { orderId } = await desk.newOrder('3pl_tracking');
  await desk.app.call('orders.attachLabel', { id: orderId, fileName: 'label', base64 });
  return orderId;
}

const printedCodes = async (desk: Desk): Promise<string[]> => {
  const codes = await Promise.all(desk.printer.papers().map((paper) => decodePng(paper.png)));
  return codes.flat().map((code) => code.text);
};

describe('the cut of a label', () => {
  it('is chosen on a picture of the page, previewed, and remembered for pages that look alike', async () => {
    const desk = await startDesk();
    const { app } = desk;
    const orderId = await labelled(desk, await sheet('one'));
    const source = await app.call('labels.source', { orderId });
    expect(source).toMatchObject({ fit: null, remembersFor: { platform: 'ozon' } });
    expect(source.pages).toHaveLength(1);
    expect(source.pages[0]!.widthMm).toBeCloseTo(210, 0);
    expect(PNG.sync.read(Buffer.from(source.pages[0]!.png, 'base64')).height).toBe(1_000);

    const automatic = await app.call('labels.preview', { orderId, printerId: null, fit: null });
    expect(automatic.pages).toHaveLength(2);
    const cut = await app.call('labels.preview', { orderId, printerId: null, fit: LOWER });
    expect(cut).toMatchObject({ pages: [{ warnings: [] }], widthMm: 100, heightMm: 150 });

    await app.call('labels.saveFit', { orderId, fit: LOWER });
    const other = await labelled(desk, await sheet('two'));
    expect((await app.call('labels.source', { orderId: other })).fit).toEqual(LOWER);
    await app.call('orders.assignTracking', {
      id: other,
      trackingNumber: 'LX481203792CN',
      carrier: null,
      parcel: 1,
      items: null,
    });
    await app.call('printing.print', { ids: [other] });
    await inLane(app, other, 'labelled');
    expect(desk.printer.papers()).toHaveLength(1);
    expect(await printedCodes(desk)).toEqual([NUMBERS[1]]);
  });

  it('is forgotten again, and is not for pages of another size', async () => {
    const desk = await startDesk();
    const { app } = desk;
    const orderId = await labelled(desk, await sheet('one'));
    await app.call('labels.saveFit', { orderId, fit: LOWER });
    const small = await pdfOf([[288, 432]], (page) => drawLabel(page, NUMBERS[0]!, 0, 0, 288, 432));
    const other = await labelled(desk, Buffer.from(small).toString('base64'));
    expect((await app.call('labels.source', { orderId: other })).fit).toBeNull();
    await app.call('labels.saveFit', { orderId, fit: null });
    expect((await app.call('labels.source', { orderId })).fit).toBeNull();
  });

  it('says what is missing', async () => {
    const desk = await startDesk();
    const { app } = desk;
    const { orderId } = await desk.newOrder('3pl_tracking');
    expect(await app.ask('labels.source', { orderId })).toMatchObject({ ok: false, code: 'not-found' });
    expect(await app.ask('labels.saveFit', { orderId, fit: LOWER })).toMatchObject({ ok: false, code: 'not-found' });
    const withLabel = await labelled(desk, await sheet('one'));
    const nowhere = { orderId: withLabel, printerId: '018f0000-0000-7000-8000-000000000000', fit: null };
    expect(await app.ask('labels.preview', nowhere)).toMatchObject({ ok: false, code: 'printer-missing' });
  });
});

describe('label files of other kinds', () => {
  it('a GIF prints', async () => {
    const desk = await startDesk();
    const orderId = await labelled(
      desk,
      Buffer.from(gifOf(800, 1_200, (x, y) => x > 50 && x < 700 && y > 50 && y < 90)).toString('base64'),
    );
    await desk.app.call('orders.assignTracking', {
      id: orderId,
      trackingNumber: NUMBERS[0]!,
      carrier: null,
      parcel: 1,
      items: null,
    });
    await desk.app.call('printing.print', { ids: [orderId] });
    await inLane(desk.app, orderId, 'labelled');
    expect(desk.printer.papers()).toHaveLength(1);
  });

  it('ZPL prints on a printer that speaks another language, its number read and assigned', async () => {
    const desk = await startDesk();
    const zpl = `^XA^PW812^LL1218^FO60,300^BY3^BCN,200,Y,N,N^FD${NUMBERS[0]}^FS^XZ`;
    const { orderId } = await desk.newOrder('3pl_tracking');
    const attached = await desk.app.call('orders.attachLabel', {
      id: orderId,
      fileName: 'label.zpl',
      base64: Buffer.from(zpl).toString('base64'),
    });
    expect(attached.assigned).toBe(NUMBERS[0]);
    await desk.app.call('printing.print', { ids: [orderId] });
    await inLane(desk.app, orderId, 'labelled');
    expect(desk.printer.papers()[0]?.language).toBe('tspl');
    expect(await printedCodes(desk)).toContain(NUMBERS[0]);
  });
});
