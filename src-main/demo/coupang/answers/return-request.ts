import type { Receipt, ReceiptLine } from '../claims.ts';
import { countOf } from '../rules/receipts.ts';
import type { WorldStore } from '../store.ts';
import { seoulPlain } from './seoul-time.ts';
import { int64 } from './view.ts';

const reasonTexts: Readonly<Record<string, string>> = {
  CHANGEMIND: '필요 없어짐 (단순 변심)',
  DIFFERENTOPT: '색상/ 사이즈가 기대와 다름',
  DEFECT: '상품 결함/기능에 이상이 있음',
  DAMAGED: '상품이 파손되어 배송됨',
  WRONGDELIVERY: '내가 주문한 상품과 아예 다른 상품이 배송됨',
  CARRIERLOST: '택배사 상품 분실',
  WRONGSIZECOL: '내가 주문한 상품과 다른 색상/ 사이즈의 상품이 배송됨',
  OTHERS: '기타',
};

export function reasonText(code: string): string {
  return reasonTexts[code] ?? '';
}

/** One request of the return list (coupang.md section 9; nulls and '' as in the official sample). */
export function returnRequestAnswer(store: WorldStore, receipt: Receipt): Record<string, unknown> {
  return {
    receiptId: int64(receipt.receiptId),
    orderId: int64(receipt.orderId),
    paymentId: int64(receipt.paymentId),
    receiptType: receipt.receiptType,
    receiptStatus: receipt.status,
    createdAt: seoulPlain(receipt.createdAtMs),
    modifiedAt: seoulPlain(receipt.modifiedAtMs),
    requesterName: receipt.requester.name,
    requesterPhoneNumber: receipt.requester.safeNumber,
    requesterRealPhoneNumber: null,
    requesterAddress: receipt.requester.address,
    requesterAddressDetail: receipt.requester.addressDetail,
    requesterZipCode: receipt.requester.zipCode,
    cancelReasonCategory1: receipt.reason.category1,
    cancelReasonCategory2: receipt.reason.category2,
    cancelReason: receipt.reason.text,
    cancelCountSum: countOf(receipt),
    returnDeliveryId: int64(receipt.deliveryId),
    returnDeliveryType: receipt.deliveryType,
    releaseStopStatus: receipt.releaseStop,
    enclosePrice: 0,
    faultByType: receipt.fault,
    preRefund: receipt.isRefunded && receipt.isQuickRefund,
    completeConfirmDate: receipt.completedAtMs === null ? '' : seoulPlain(receipt.completedAtMs),
    completeConfirmType: receipt.completeType,
    returnItems: receipt.lines.map((line) => linePart(store, line)),
    returnDeliveryDtos: [
      {
        deliveryCompanyCode: receipt.pickUp?.carrierCode ?? 'CJGLS',
        deliveryInvoiceNo: receipt.pickUp?.invoiceNumber ?? '',
      },
    ],
    reasonCode: receipt.reason.code,
    reasonCodeText: reasonText(receipt.reason.code),
  };
}

function linePart(store: WorldStore, line: ReceiptLine): Record<string, unknown> {
  const item = store.box(line.shipmentBoxId)?.items.find((one) => one.vendorItemId === line.vendorItemId);
  return {
    vendorItemPackageId: 0,
    vendorItemPackageName: item?.sellerProductName ?? '',
    vendorItemId: int64(line.vendorItemId),
    vendorItemName: item?.vendorItemName ?? '',
    purchaseCount: item?.shippingCount ?? line.count,
    cancelCount: line.count,
    shipmentBoxId: int64(line.shipmentBoxId),
    sellerProductId: int64(item?.sellerProductId ?? '0'),
    sellerProductName: item?.sellerProductName ?? '',
  };
}
