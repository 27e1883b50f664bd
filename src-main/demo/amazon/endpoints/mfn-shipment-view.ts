import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { instant, mfnMoney } from '../answers/values.ts';
import { latinAddress, type LabelFile } from '../label/label-content.ts';
import type { Call } from '../operation.ts';
import type { AmazonOrder } from '../order.ts';
import { serviceById } from '../rules/carrier-services.ts';
import type { LabelAddress, LabelFormat, MfnShipment } from '../shipment.ts';
import { offerView } from './mfn-offers.ts';
import { requestDetails, type MfnAddress } from './mfn-schema.ts';

const files: Record<LabelFormat, { file: LabelFile; dpi: number; type: string }> = {
  PDF: { file: 'PDF', dpi: 203, type: 'application/pdf' },
  PNG: { file: 'PNG', dpi: 203, type: 'image/png' },
  ZPL203: { file: 'ZPL', dpi: 203, type: 'application/zpl' },
  ZPL300: { file: 'ZPL', dpi: 300, type: 'application/zpl' },
};

/** A bought shipment with its label; a label that was given back is empty. */
export async function shipmentView(call: Call, shipment: MfnShipment): Promise<Record<string, unknown>> {
  const details = requestDetails.parse(shipment.request);
  const order = call.store.orderInBooks(shipment.orderId);
  const offer = { ...shipment, needsInputs: order.address.countryCode !== details.ShipFromAddress.CountryCode };
  return {
    ShipmentId: shipment.shipmentId,
    AmazonOrderId: shipment.orderId,
    ItemList: details.ItemList,
    ShipFromAddress: details.ShipFromAddress,
    ShipToAddress: shipToView(order),
    PackageDimensions: details.PackageDimensions,
    Weight: details.Weight,
    Insurance: mfnMoney(0, shipment.currency),
    ShippingService: offerView(offer, details, shipment.createdAtMs),
    Label: {
      Dimensions: { Length: 6, Width: 4, Unit: 'inches' },
      LabelFormat: shipment.labelFormat,
      CustomTextForLabel: shipment.customText === '' ? undefined : shipment.customText,
      FileContents: await fileContents(call, shipment, order, details.ShipFromAddress),
    },
    Status: shipment.status,
    TrackingId: shipment.trackingId,
    CreatedDate: instant(shipment.createdAtMs),
    LastUpdatedDate: instant(shipment.updatedAtMs),
  };
}

/** Gzipped, then base64; the checksum is the MD5 of the file itself. */
async function fileContents(
  call: Call,
  shipment: MfnShipment,
  order: AmazonOrder,
  from: MfnAddress,
): Promise<{ Contents: string; FileType: string; Checksum: string }> {
  if (shipment.status !== 'Purchased') return { Contents: '', FileType: '', Checksum: '' };
  const { file, dpi, type } = files[shipment.labelFormat];
  const service = serviceById(shipment.serviceId);
  const content = {
    carrierName: service?.carrierName ?? '',
    serviceName: service?.serviceName ?? '',
    trackingId: shipment.trackingId,
    orderId: shipment.orderId,
    from: fromView(from),
    to: latinAddress(order.address),
    customText: shipment.customText,
  };
  const bytes = await call.drawLabel(content, file, dpi);
  return {
    Contents: gzipSync(bytes).toString('base64'),
    FileType: type,
    Checksum: createHash('md5').update(bytes).digest('base64'),
  };
}

function fromView(address: MfnAddress): LabelAddress {
  return {
    name: address.Name,
    lines: [address.AddressLine1, address.AddressLine2 ?? '', address.AddressLine3 ?? ''].filter((line) => line !== ''),
    city: address.City,
    stateOrRegion: address.StateOrProvinceCode ?? '',
    postalCode: address.PostalCode,
    countryCode: address.CountryCode,
  };
}

function shipToView(order: AmazonOrder): Record<string, unknown> {
  const { address } = order;
  return {
    Name: address.name,
    AddressLine1: address.lines[0] ?? '',
    AddressLine2: address.lines[1],
    AddressLine3: address.lines[2],
    Email: order.buyer.email,
    City: address.city,
    StateOrProvinceCode: address.stateOrRegion,
    PostalCode: address.postalCode,
    CountryCode: address.countryCode,
    Phone: address.phone,
  };
}
