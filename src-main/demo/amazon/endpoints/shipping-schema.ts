import * as z from 'zod';

const text = (most: number) =>
  z.string().min(1, 'must not be empty.').max(most, `must not have more than ${most} characters.`);
const currency = z.strictObject({ value: z.number().min(0), unit: z.string().length(3) });
const length = z.number().positive();
const weight = z.strictObject({ unit: z.enum(['GRAM', 'KILOGRAM', 'OUNCE', 'POUND']), value: z.number().positive() });

export const shippingAddress = z.strictObject({
  name: text(50),
  addressLine1: text(60),
  addressLine2: text(60).exactOptional(),
  addressLine3: text(60).exactOptional(),
  companyName: z.string().exactOptional(),
  // Required for every country by the model.
  stateOrRegion: z.string(),
  city: text(60),
  countryCode: z.string().length(2),
  postalCode: text(20),
  email: z.string().max(64).exactOptional(),
  phoneNumber: text(20).exactOptional(),
});

export type ShippingAddress = z.output<typeof shippingAddress>;

const shippingPackage = z.strictObject({
  dimensions: z.strictObject({ length, width: length, height: length, unit: z.enum(['INCH', 'CENTIMETER']) }),
  weight,
  insuredValue: currency,
  isHazmat: z.boolean().exactOptional(),
  sellerDisplayName: z.string().exactOptional(),
  packageClientReferenceId: text(50),
  items: z
    .array(
      z.strictObject({
        itemValue: currency.exactOptional(),
        description: z.string().exactOptional(),
        itemIdentifier: z.string().exactOptional(),
        quantity: z.number().int().min(1),
        weight: weight.exactOptional(),
        isHazmat: z.boolean().exactOptional(),
        productType: z.string().exactOptional(),
        serialNumbers: z.array(z.string()).exactOptional(),
      }),
    )
    .min(1, 'must not be empty.'),
});

export const ratesSchema = z.strictObject({
  shipTo: shippingAddress.exactOptional(),
  shipFrom: shippingAddress,
  returnTo: shippingAddress.exactOptional(),
  shipDate: z.string().exactOptional(),
  packages: z.array(shippingPackage).min(1, 'must not be empty.'),
  channelDetails: z.strictObject({
    channelType: z.enum(['AMAZON', 'EXTERNAL']),
    amazonOrderDetails: z.strictObject({ orderId: z.string().min(1) }).exactOptional(),
  }),
  clientReferenceDetails: z.array(z.unknown()).exactOptional(),
});

export type RatesRequest = z.output<typeof ratesSchema>;

export const purchaseSchema = z.strictObject({
  requestToken: z.string().min(1),
  rateId: z.string().min(1),
  requestedDocumentSpecification: z.strictObject({
    format: z.enum(['PDF', 'PNG', 'ZPL']),
    size: z.strictObject({ width: z.number(), length: z.number(), unit: z.enum(['INCH', 'CENTIMETER']) }),
    dpi: z.number().int().exactOptional(),
    pageLayout: z.string().exactOptional(),
    needFileJoining: z.boolean(),
    requestedDocumentTypes: z.array(z.enum(['LABEL', 'PACKSLIP', 'RECEIPT', 'CUSTOM_FORM'])).min(1),
  }),
  additionalInputs: z.record(z.string(), z.unknown()).exactOptional(),
});

export type PurchaseRequest = z.output<typeof purchaseSchema>;

/** What every rate offers: the carriers' stock, as PDF and PNG, and as ZPL for both kinds of heads. */
export const offeredSpecifications = [
  specification('PDF', [203, 300]),
  specification('PNG', [203, 300]),
  specification('ZPL', [203, 300]),
];

function specification(format: string, supportedDPIs: number[]) {
  return {
    format,
    size: { width: 4, length: 6, unit: 'INCH' },
    printOptions: [
      {
        supportedDPIs,
        supportedPageLayouts: ['DEFAULT'],
        supportedFileJoiningOptions: [false],
        supportedDocumentDetails: [{ name: 'LABEL', isMandatory: true }],
      },
    ],
  };
}
