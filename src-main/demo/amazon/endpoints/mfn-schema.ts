import * as z from 'zod';
import { invalidInput } from '../refusal.ts';

const text = (most: number) =>
  z.string().min(1, 'must not be empty.').max(most, `must not have more than ${most} characters.`);
const amount = z.strictObject({ CurrencyCode: z.string().length(3), Amount: z.number().min(0) });
const timestamp = z.string().refine((value) => !Number.isNaN(Date.parse(value)), 'must be in ISO 8601 format.');
const length = z.number().positive();
const labelFormats = ['PDF', 'PNG', 'ZPL203', 'ZPL300', 'ShippingServiceDefault'] as const;
const experiences = [
  'DeliveryConfirmationWithAdultSignature',
  'DeliveryConfirmationWithSignature',
  'DeliveryConfirmationWithoutSignature',
  'NoTracking',
] as const;

export const mfnAddress = z.strictObject({
  Name: text(30),
  AddressLine1: text(180),
  AddressLine2: text(60).exactOptional(),
  AddressLine3: text(60).exactOptional(),
  DistrictOrCounty: z.string().exactOptional(),
  Email: z.string().min(3),
  City: text(30),
  StateOrProvinceCode: text(30).exactOptional(),
  PostalCode: text(30),
  CountryCode: z.string().length(2, 'must have two letters.'),
  Phone: text(30),
});

export type MfnAddress = z.output<typeof mfnAddress>;

const dimensions = z.strictObject({
  Length: length.exactOptional(),
  Width: length.exactOptional(),
  Height: length.exactOptional(),
  Unit: z.enum(['inches', 'centimeters']).exactOptional(),
  PredefinedPackageDimensions: z.string().min(1).exactOptional(),
});

export const requestDetails = z.strictObject({
  AmazonOrderId: z.string().min(1),
  SellerOrderId: z.string().max(64).exactOptional(),
  ItemList: z
    .array(
      z.looseObject({
        OrderItemId: z.string().min(1),
        Quantity: z.number().int().min(1, 'must be a positive number.'),
      }),
    )
    .min(1, 'must not be empty.'),
  ShipFromAddress: mfnAddress,
  PackageDimensions: dimensions,
  Weight: z.strictObject({ Value: z.number().positive(), Unit: z.enum(['oz', 'g']) }),
  MustArriveByDate: timestamp.exactOptional(),
  ShipDate: timestamp.exactOptional(),
  ShippingServiceOptions: z.strictObject({
    DeliveryExperience: z.enum(experiences),
    DeclaredValue: amount.exactOptional(),
    CarrierWillPickUp: z.boolean(),
    CarrierWillPickUpOption: z.enum(['CarrierWillPickUp', 'ShipperWillDropOff', 'NoPreference']).exactOptional(),
    LabelFormat: z.enum(labelFormats).exactOptional(),
  }),
  LabelCustomization: z
    .strictObject({
      CustomTextForLabel: z.string().max(14, 'must not have more than 14 characters.').exactOptional(),
      StandardIdForLabel: z.enum(['AmazonOrderId']).exactOptional(),
    })
    .exactOptional(),
});

export type RequestDetails = z.output<typeof requestDetails>;

/** Rules that the schema cannot say. Throws the platform's 400. */
export function checkDetails(details: RequestDetails): void {
  const { CountryCode, StateOrProvinceCode } = details.ShipFromAddress;
  if (['US', 'CA', 'UK', 'GB', 'CN'].includes(CountryCode) && StateOrProvinceCode === undefined) {
    throw invalidInput(`StateOrProvinceCode is required in ${CountryCode}.`);
  }
  const { Length, Width, Height, Unit, PredefinedPackageDimensions } = details.PackageDimensions;
  const isMeasured = Length !== undefined && Width !== undefined && Height !== undefined && Unit !== undefined;
  if (!isMeasured && PredefinedPackageDimensions === undefined) {
    throw invalidInput('PackageDimensions needs Length, Width, Height and Unit, or PredefinedPackageDimensions.');
  }
  const format = details.ShippingServiceOptions.LabelFormat ?? 'ShippingServiceDefault';
  if (details.LabelCustomization?.CustomTextForLabel !== undefined && !format.startsWith('ZPL')) {
    throw invalidInput('CustomTextForLabel is supported for ZPL labels only.');
  }
}

export const additionalInput = z.strictObject({
  AdditionalInputFieldName: z.string().min(1),
  AdditionalSellerInput: z.looseObject({ DataType: z.string().exactOptional() }),
});
