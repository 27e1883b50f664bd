import type { Box } from '../box.ts';
import type { Exchange, ExchangeBox } from '../claims.ts';
import type { WorldStore } from '../store.ts';
import { reasonText } from './return-request.ts';
import { seoulPlain, seoulPlainOrNull } from './seoul-time.ts';
import { int64 } from './view.ts';

/** One request of the exchange list (coupang.md section 9; nulls as in the official sample). */
export function exchangeAnswer(store: WorldStore, exchange: Exchange): Record<string, unknown> {
  const box = store.knownBox(exchange.line.shipmentBoxId);
  return {
    exchangeId: int64(exchange.exchangeId),
    orderId: int64(exchange.orderId),
    vendorId: store.world.vendor.vendorId,
    orderDeliveryStatusCode: box.status,
    exchangeStatus: exchange.status,
    referType: 'WEB_MOBILE',
    faultType: exchange.fault,
    exchangeAmount: 0,
    reason: null,
    reasonCode: exchange.reasonCode,
    reasonCodeText: reasonText(exchange.reasonCode),
    reasonEtcDetail: exchange.reasonDetail,
    cancelReason: null,
    createdByType: 'CUSTOMER',
    createdAt: seoulPlain(exchange.createdAtMs),
    modifiedByType: exchange.modifiedAtMs === exchange.createdAtMs ? 'CUSTOMER' : 'TRACKING',
    modifiedAt: seoulPlain(exchange.modifiedAtMs),
    exchangeItemDtoV1s: [itemPart(exchange, box)],
    exchangeAddressDtoV1: addressPart(exchange, box),
    deliveryInvoiceGroupDtos: exchange.newBox === null ? [] : [groupPart(exchange, exchange.newBox)],
    deliveryStatus: exchange.newBox?.status ?? 'BeforeDirection',
    collectStatus: exchange.collectStatus,
    collectCompleteDate: seoulPlainOrNull(exchange.collectedAtMs),
    returnDeliveryDtos: [
      {
        deliveryCompanyCode: exchange.pickUp?.carrierCode ?? 'CJGLS',
        deliveryInvoiceNo: exchange.pickUp?.invoiceNumber ?? '',
      },
    ],
    rejectable: exchange.status === 'RECEIPT',
    successable: false,
    deliveryInvoiceModifiable: false,
  };
}

function itemPart({ exchangeId, line, createdAtMs, modifiedAtMs }: Exchange, box: Box): Record<string, unknown> {
  const item = box.items.find((one) => one.vendorItemId === line.vendorItemId);
  const price = item?.unitPriceKrw ?? 0;
  return {
    exchangeItemId: int64(exchangeId) + 1n,
    orderItemId: int64(line.vendorItemId),
    orderItemUnitPrice: price,
    orderItemName: null,
    orderPackageId: null,
    orderPackageName: null,
    targetItemId: int64(line.vendorItemId),
    targetItemUnitPrice: price,
    targetItemName: item?.vendorItemName ?? '',
    targetPackageId: -1,
    targetPackageName: '',
    quantity: line.count,
    orderItemDeliveryComplete: null,
    orderItemReturnComplete: null,
    targetItemDeliveryComplete: null,
    createdAt: seoulPlain(createdAtMs),
    modifiedAt: seoulPlain(modifiedAtMs),
    originalShipmentBoxId: int64(line.shipmentBoxId),
  };
}

/** Phones are safe numbers since September 2024. */
function addressPart({ exchangeId, createdAtMs, modifiedAtMs }: Exchange, { receiver }: Box): Record<string, unknown> {
  return {
    exchangeAddressId: int64(exchangeId) + 2n,
    returnCustomerName: receiver.name,
    returnAddressZipCode: receiver.postCode,
    returnAddress: receiver.addr1,
    returnAddressDetail: receiver.addr2,
    returnPhone: null,
    returnMobile: receiver.safeNumber,
    returnMemo: null,
    deliveryCustomerName: receiver.name,
    deliveryAddressZipCode: receiver.postCode,
    deliveryAddress: receiver.addr1,
    deliveryAddressDetail: receiver.addr2,
    deliveryPhone: null,
    deliveryMobile: receiver.safeNumber,
    deliveryMemo: null,
    createdAt: seoulPlain(createdAtMs),
    modifiedAt: seoulPlain(modifiedAtMs),
    exchangeId: int64(exchangeId),
  };
}

function groupPart(exchange: Exchange, box: ExchangeBox): Record<string, unknown> {
  return {
    shipmentBoxId: int64(box.shipmentBoxId),
    boxPrice: 0,
    orderId: int64(exchange.orderId),
    orderType: 'EXCHANGE',
    customerType: 'CUSTOMER',
    bundleType: 'VENDOR_BUNDLE',
    extraMessage: '',
    shippingDeliveryType: 'EXCHANGE_DELIVERY',
    deliveryInvoiceDtos: [
      {
        invoiceNumber: box.invoiceNumber,
        estimatedDeliveryDate: null,
        deliveredDate: seoulPlainOrNull(box.deliveredAtMs),
        statusModifiedAt: seoulPlain(exchange.modifiedAtMs),
        invoiceNumberUploadDate: seoulPlainOrNull(box.uploadedAtMs),
        statusCode: box.status,
        deliverCode: box.carrierCode,
        isMainShipmentInvoice: true,
        parcelType: 'VENDOR',
        invoiceVendorItemDtos: [{ vendorItemId: int64(exchange.line.vendorItemId), quantity: exchange.line.count }],
      },
    ],
  };
}
