import { isGone, livePieces, type Box, type BoxItem } from '../box.ts';
import { carrierName } from '../rules/carriers.ts';
import { seoulPlain, seoulSpaced } from './seoul-time.ts';
import { int64, type View } from './view.ts';

/** One v5 order sheet (coupang.md sections 5 and 15). Nulls and empty strings are where the official samples have them. */
export function sheetAnswer(box: Box, view: View): Record<string, unknown> {
  return {
    shipmentBoxId: int64(box.shipmentBoxId),
    orderId: int64(box.orderId),
    orderedAt: view.time(box.orderedAtMs),
    paidAt: view.time(box.paidAtMs),
    status: box.status,
    shippingPrice: view.money(box.shippingPriceKrw),
    remotePrice: box.remotePriceKrw === null ? null : view.money(box.remotePriceKrw),
    remoteArea: box.isRemoteArea,
    parcelPrintMessage: box.parcelPrintMessage,
    splitShipping: box.isSplit,
    ableSplitShipping: box.canSplit,
    ...peoplePart(box),
    orderItems: box.items.map((item) => itemPart(item, view)),
    overseaShippingInfoDto: {
      personalCustomsClearanceCode: box.customs === null ? '' : box.customs.clearanceCode,
      ordererSsn: '',
      ordererPhoneNumber: box.customs?.phone ?? '',
    },
    ...deliveryPart(box),
  };
}

/** Real numbers are never shown and the e-mail has been empty since August 2024. */
function peoplePart({ orderer, receiver }: Box): Record<string, unknown> {
  return {
    orderer: { name: orderer.name, email: '', safeNumber: orderer.safeNumber, ordererNumber: null },
    receiver: {
      name: receiver.name,
      safeNumber: receiver.safeNumber,
      receiverNumber: null,
      addr1: receiver.addr1,
      addr2: receiver.addr2,
      postCode: receiver.postCode,
    },
  };
}

function deliveryPart(box: Box): Record<string, unknown> {
  return {
    deliveryCompanyName: carrierName(box.carrierCode),
    invoiceNumber: box.invoiceNumber,
    inTrasitDateTime: seoulSpaced(box.inTransitAtMs),
    deliveredDate: seoulSpaced(box.deliveredAtMs),
    refer: box.refer,
    shipmentType: box.shipmentType,
    isCod: false,
    extraProperties: isGone(box) ? {} : { sameDayShipping: 'false', cutOffTimeHour: '14', taxReceiptInfo: null },
  };
}

function itemPart(item: BoxItem, view: View): Record<string, unknown> {
  const { instant, downloadable, coupang } = item.discountKrw;
  return {
    vendorItemPackageId: 0,
    vendorItemPackageName: item.sellerProductName,
    productId: int64(item.productId),
    vendorItemId: int64(item.vendorItemId),
    vendorItemName: item.vendorItemName,
    sellerProductId: int64(item.sellerProductId),
    sellerProductName: item.sellerProductName,
    sellerProductItemName: item.sellerProductItemName,
    firstSellerProductItemName: item.sellerProductItemName,
    externalVendorSkuCode: item.externalVendorSkuCode,
    shippingCount: item.shippingCount,
    cancelCount: item.cancelCount,
    holdCountForCancel: item.holdCountForCancel,
    salesPrice: view.money(item.unitPriceKrw),
    orderPrice: view.money(item.unitPriceKrw * item.shippingCount),
    discountPrice: instant + downloadable + coupang === 0 ? null : view.money(instant + downloadable + coupang),
    instantCouponDiscount: view.money(instant),
    downloadableCouponDiscount: view.money(downloadable),
    coupangDiscount: view.money(coupang),
    etcInfoHeader: item.etcInfoHeader,
    etcInfoValue: null,
    etcInfoValues: item.etcInfoValues,
    estimatedShippingDate: item.estimatedShippingDate,
    plannedShippingDate: item.plannedShippingDate,
    invoiceNumberUploadDate: item.invoiceUploadedAtMs === null ? '' : seoulPlain(item.invoiceUploadedAtMs),
    confirmDate: '',
    deliveryChargeTypeName: '무료',
    canceled: livePieces(item) <= 0,
    pricingBadge: false,
    usedProduct: false,
    upBundleVendorItemId: null,
    upBundleVendorItemName: null,
    upBundleSize: null,
    upBundleItem: false,
    extraProperties: {},
  };
}
