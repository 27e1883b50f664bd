import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { AmazonOrder } from '../../../../src-main/demo/amazon/order.ts';
import { readCodes } from '../support/read-codes.ts';
import { renderPdf } from '../support/render-pdf.ts';
import {
  confirmation,
  confirmPath,
  hour,
  minute,
  newOrder,
  startAmazon,
  type Bench,
  type Reply,
} from './support/start-amazon.ts';

const shipments = '/mfn/v0/shipments';
const rdtPath = '/tokens/2021-03-01/restrictedDataToken';

const shipFrom = {
  Name: 'Chenguang Home',
  AddressLine1: '500 Warehouse Way',
  Email: 'desk@example.com',
  City: 'Reno',
  StateOrProvinceCode: 'NV',
  PostalCode: '89501',
  CountryCode: 'US',
  Phone: '7755550101',
};

function details(order: AmazonOrder, format = 'PDF', changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    AmazonOrderId: order.orderId,
    ItemList: order.lines.map(({ orderItemId, quantity }) => ({ OrderItemId: orderItemId, Quantity: quantity })),
    ShipFromAddress: shipFrom,
    PackageDimensions: { Length: 10, Width: 6, Height: 4, Unit: 'inches' },
    Weight: { Value: 16, Unit: 'oz' },
    ShippingServiceOptions: {
      DeliveryExperience: 'DeliveryConfirmationWithoutSignature',
      CarrierWillPickUp: false,
      LabelFormat: format,
    },
    ...changes,
  };
}

async function withOrder(): Promise<{ bench: Bench; order: AmazonOrder; rdt: string }> {
  const bench = await startAmazon();
  const order = newOrder();
  bench.simulator.addOrder(order);
  const restrictedResources = [
    { method: 'POST', path: shipments },
    { method: 'GET', path: `${shipments}/{shipmentId}` },
    { method: 'DELETE', path: `${shipments}/{shipmentId}` },
  ];
  const { json } = await bench.send('POST', rdtPath, { restrictedResources });
  return { bench, order, rdt: json.restrictedDataToken as string };
}

async function offers(bench: Bench, asked: Record<string, unknown>): Promise<Reply> {
  return await bench.send('POST', '/mfn/v0/eligibleShippingServices', { ShipmentRequestDetails: asked });
}

async function buy(
  bench: Bench,
  rdt: string,
  asked: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<Reply> {
  const [offer] = (await offers(bench, asked)).json.payload.ShippingServiceList;
  const body = {
    ShipmentRequestDetails: asked,
    ShippingServiceId: offer.ShippingServiceId,
    ShippingServiceOfferId: offer.ShippingServiceOfferId,
    ...more,
  };
  return await bench.send('POST', shipments, body, { token: rdt });
}

function fileOf(reply: Reply): Buffer {
  return gunzipSync(Buffer.from(reply.json.payload.Label.FileContents.Contents, 'base64'));
}

describe('Merchant Fulfillment', () => {
  it('offers services with numbers as rates', async () => {
    const { bench, order } = await withOrder();
    const { status, json } = await offers(bench, details(order));
    expect(status).toBe(200);
    expect(json.payload.ShippingServiceList[0]).toMatchObject({
      CarrierName: 'USPS',
      Rate: { CurrencyCode: 'USD', Amount: expect.any(Number) },
      AvailableLabelFormats: ['PDF', 'PNG', 'ZPL203', 'ZPL300'],
      RequiresAdditionalSellerInputs: false,
    });
    expect(
      (await offers(bench, details(order, 'PDF', { Weight: { Value: 40_000, Unit: 'g' } }))).json.payload,
    ).toMatchObject({
      ShippingServiceList: [],
      RejectedShippingServiceList: [{ RejectionReasonCode: 'WEIGHT_LIMIT_EXCEEDED' }, {}, {}],
    });
  });

  it.each([
    [{ ShipFromAddress: { ...shipFrom, Name: 'x'.repeat(31) } }, 'ShipFromAddress.Name'],
    [{ ShipFromAddress: { ...shipFrom, Email: undefined } }, 'ShipFromAddress.Email'],
    [{ ShipFromAddress: { ...shipFrom, StateOrProvinceCode: undefined } }, 'StateOrProvinceCode is required in US'],
    [{ PackageDimensions: { Length: 1 } }, 'PackageDimensions needs'],
    [{ Weight: { Value: 1, Unit: 'kg' } }, 'Weight.Unit'],
    [{ LabelCustomization: { CustomTextForLabel: 'x'.repeat(15) } }, 'CustomTextForLabel'],
    [{ LabelCustomization: { CustomTextForLabel: 'A1-03' } }, 'ZPL labels only'],
    [{ Colour: 'red' }, 'unknown fields'],
  ])('refuses %o', async (changes, message) => {
    const { bench, order } = await withOrder();
    const reply = await offers(bench, details(order, 'PDF', changes));
    expect([reply.status, reply.json.errors[0].message]).toEqual([400, expect.stringContaining(message)]);
  });

  it('sells a PDF that a scanner reads, and confirms the order by itself', async () => {
    const { bench, order, rdt } = await withOrder();
    const reply = await buy(bench, rdt, details(order));
    expect([reply.status, reply.json.payload.Status]).toEqual([200, 'Purchased']);
    const { TrackingId, Label } = reply.json.payload;
    const bytes = fileOf(reply);
    expect(Label.FileContents.FileType).toBe('application/pdf');
    expect(Label.FileContents.Checksum).toBe(createHash('md5').update(bytes).digest('base64'));
    const [page] = await renderPdf(bytes, 8);
    expect(await readCodes(page!)).toEqual([`Code128 ${TrackingId}`, `QRCode ${TrackingId}`]);
    expect(bench.book(order.orderId)).toMatchObject({
      packages: [{ via: 'mfn', facts: { trackingNumber: TrackingId } }],
      effects: { labelsBought: 1 },
    });
    const confirmed = await bench.send('POST', confirmPath(order), confirmation(order, { packageReferenceId: '9' }));
    expect(confirmed.json.errors[0].message).toContain('PackageToUpdateNotFound');
  });

  it.each([
    ['ZPL203', '^PW812', 'application/zpl'],
    ['ZPL300', '^PW1200', 'application/zpl'],
  ])('sells %s', async (format, width, type) => {
    const { bench, order, rdt } = await withOrder();
    const customization = { LabelCustomization: { CustomTextForLabel: 'A1-03' } };
    const reply = await buy(bench, rdt, details(order, format, customization));
    const zpl = fileOf(reply).toString();
    expect(zpl.startsWith('^XA\n')).toBe(true);
    expect(zpl).toContain(width);
    expect(zpl).toContain(`^FD${reply.json.payload.TrackingId}^FS`);
    expect(zpl).toContain('A1-03');
    expect(reply.json.payload.Label.FileContents.FileType).toBe(type);
  });

  it('sells a PNG of 4 by 6 inches', async () => {
    const { bench, order, rdt } = await withOrder();
    const reply = await buy(bench, rdt, details(order, 'PNG'));
    const picture = PNG.sync.read(fileOf(reply));
    expect([picture.width, picture.height]).toEqual([812, 1218]);
    const gray = Uint8Array.from({ length: picture.width * picture.height }, (_, index) => picture.data[index * 4]!);
    expect(await readCodes({ width: picture.width, height: picture.height, gray })).toContain(
      `Code128 ${reply.json.payload.TrackingId}`,
    );
  });

  it('costs twice when bought twice, and prints again for nothing', async () => {
    const { bench, order, rdt } = await withOrder();
    const first = await buy(bench, rdt, details(order));
    const second = await buy(bench, rdt, details(order));
    expect(second.json.payload.ShipmentId).not.toBe(first.json.payload.ShipmentId);
    expect(bench.book(order.orderId)).toMatchObject({ packages: [{ referenceId: '1' }], effects: { labelsBought: 2 } });
    const again = await bench.get(`${shipments}/${first.json.payload.ShipmentId}`, {}, { token: rdt });
    expect(again.json.payload.TrackingId).toBe(first.json.payload.TrackingId);
    expect(bench.book(order.orderId).effects.labelsBought).toBe(2);
  });

  it('lets offers expire', async () => {
    const { bench, order, rdt } = await withOrder();
    const [offer] = (await offers(bench, details(order))).json.payload.ShippingServiceList;
    bench.pass(10 * minute);
    const body = {
      ShipmentRequestDetails: details(order),
      ShippingServiceId: offer.ShippingServiceId,
      ShippingServiceOfferId: offer.ShippingServiceOfferId,
    };
    expect((await bench.send('POST', shipments, body, { token: rdt })).json.errors[0].message).toContain('expired');
  });

  it('refunds a label that was never scanned and keeps the money of one that was', async () => {
    const { bench, order, rdt } = await withOrder();
    const bought = await buy(bench, rdt, details(order));
    const path = `${shipments}/${bought.json.payload.ShipmentId}`;
    const cancelled = await bench.send('DELETE', path, undefined, { token: rdt });
    expect(cancelled.json.payload).toMatchObject({
      Status: 'RefundPending',
      Label: { FileContents: { Contents: '' } },
    });
    bench.pass(100_000);
    expect((await bench.get(path, {}, { token: rdt })).json.payload.Status).toBe('RefundApplied');
    expect(bench.book(order.orderId).packages[0]?.status).toBe('CANCELLED');

    const other = newOrder({ serial: 901 });
    bench.simulator.addOrder(other);
    const used = `${shipments}/${(await buy(bench, rdt, details(other))).json.payload.ShipmentId}`;
    bench.pass(30 * minute);
    bench.simulator.happen(() => undefined);
    bench.pass(31 * minute);
    await bench.send('DELETE', used, undefined, { token: await restricted(bench) });
    bench.pass(hour);
    expect((await bench.get(used, {}, { token: await restricted(bench) })).json.payload.Status).toBe('RefundRejected');
  });

  it('asks for more across a border', async () => {
    const { bench, order, rdt } = await withOrder();
    const china = { ...shipFrom, CountryCode: 'CN', StateOrProvinceCode: 'Guangdong' };
    const asked = details(order, 'PDF', { ShipFromAddress: china });
    const [offer] = (await offers(bench, asked)).json.payload.ShippingServiceList;
    expect(offer).toMatchObject({ CarrierName: 'Yanwen', RequiresAdditionalSellerInputs: true });
    const inputs = await bench.send('POST', '/mfn/v0/additionalSellerInputs', {
      ShippingServiceId: offer.ShippingServiceId,
      ShipFromAddress: china,
      OrderId: order.orderId,
    });
    const name = inputs.json.payload.ShipmentLevelFields[0].AdditionalInputFieldName;
    expect((await buy(bench, rdt, asked)).json.errors[0].message).toContain(name);
    const given = {
      AdditionalInputFieldName: name,
      AdditionalSellerInput: { DataType: 'String', ValueAsString: 'Mugs' },
    };
    expect((await buy(bench, rdt, asked, { ShipmentLevelSellerInputsList: [given] })).status).toBe(200);
  });

  it('opens with a restricted token only', async () => {
    const { bench, order, rdt } = await withOrder();
    const bought = await buy(bench, rdt, details(order));
    const path = `${shipments}/${bought.json.payload.ShipmentId}`;
    const plain = await bench.get(path);
    expect([plain.status, plain.json.errors[0]]).toEqual([
      403,
      { code: 'Unauthorized', message: 'Access to requested resource is denied.', details: '' },
    ]);
    expect((await bench.get('/sellers/v1/marketplaceParticipations', {}, { token: rdt })).status).toBe(403);
  });
});

async function restricted(bench: Bench): Promise<string> {
  const restrictedResources = ['GET', 'DELETE'].map((method) => ({ method, path: `${shipments}/{shipmentId}` }));
  return (await bench.send('POST', rdtPath, { restrictedResources })).json.restrictedDataToken as string;
}
