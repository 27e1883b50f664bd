import { z } from 'zod';
import { moneySchema } from './parse-money.ts';
import { count, countOrZero, flag, identity, list, object, text, texts } from './schema-parts.ts';

const item = z.object({
  vendorItemId: identity,
  vendorItemName: text,
  sellerProductName: text,
  sellerProductItemName: text,
  firstSellerProductItemName: text,
  externalVendorSkuCode: text,
  shippingCount: count,
  cancelCount: countOrZero,
  holdCountForCancel: countOrZero,
  salesPrice: moneySchema,
  orderPrice: moneySchema,
  discountPrice: moneySchema,
  etcInfoHeader: text,
  etcInfoValue: text,
  etcInfoValues: texts,
  estimatedShippingDate: text,
  plannedShippingDate: text,
  invoiceNumberUploadDate: text,
  canceled: flag,
  upBundleItem: flag,
  upBundleSize: text,
});
export type ItemShape = z.infer<typeof item>;

/**
 * What is read from one order sheet (v5), after `plain()` turned every number into its text. Only ids, items and their
 * counts may fail; everything else that looks odd reads as absent.
 */
export const sheetSchema = z.object({
  shipmentBoxId: identity,
  orderId: identity,
  orderedAt: text,
  paidAt: text,
  status: text,
  shippingPrice: moneySchema,
  remotePrice: moneySchema,
  parcelPrintMessage: text,
  splitShipping: flag,
  ableSplitShipping: flag,
  orderer: object({ name: text, safeNumber: text, ordererNumber: text }),
  receiver: object({ name: text, safeNumber: text, receiverNumber: text, addr1: text, addr2: text, postCode: text }),
  orderItems: z.array(item).max(500),
  overseaShippingInfoDto: object({ personalCustomsClearanceCode: text, ordererPhoneNumber: text }),
  deliveryCompanyName: text,
  invoiceNumber: text,
  inTrasitDateTime: text,
  shipmentType: text,
});
export type SheetShape = z.infer<typeof sheetSchema>;

/** The part of a sheet that writes need; a sheet that is odd in other places can still be worked. */
export const workSheetSchema = sheetSchema
  .pick({
    shipmentBoxId: true,
    orderId: true,
    status: true,
    splitShipping: true,
    ableSplitShipping: true,
    deliveryCompanyName: true,
    invoiceNumber: true,
  })
  .extend({ orderItems: list(item) });
export type WorkSheet = z.infer<typeof workSheetSchema>;
