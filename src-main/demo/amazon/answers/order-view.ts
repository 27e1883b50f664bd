import type { AmazonRole } from '../account.ts';
import { marketplaceById } from '../marketplaces.ts';
import type { AmazonAddress, AmazonOrder, TimeSpan } from '../order.ts';
import { orderTotalMinor } from '../rules/money-events.ts';
import { statusOf } from '../rules/order-status.ts';
import { itemView } from './item-view.ts';
import { packageView } from './package-view.ts';
import { sightOf, type Sight } from './personal-data.ts';
import { instant, instantMs, money } from './values.ts';

/** The datasets that a caller may ask for; everything else is always there. */
export const datasets = [
  'BUYER',
  'RECIPIENT',
  'PROCEEDS',
  'EXPENSE',
  'PROMOTION',
  'CANCELLATION',
  'FULFILLMENT',
  'PACKAGES',
  'TAX',
  'PAYMENT',
  'FULFILLMENT_ORDERS',
] as const;

export type Dataset = (typeof datasets)[number];

export interface Viewer {
  roles: readonly AmazonRole[];
  nowMs: number;
  included: ReadonlySet<Dataset>;
  /** Personal fields come back empty on purpose. */
  isBlank: boolean;
  /** `salesChannel` names its channel only. */
  hidesMarketplace: boolean;
}

/** One order as Orders v2026-01-01 shows it to this caller. Undefined fields do not reach the wire. */
export function orderView(order: AmazonOrder, viewer: Viewer): Record<string, unknown> {
  const marketplace = marketplaceById(order.marketplaceId);
  const sight = sightOf(order, viewer);
  const { included } = viewer;
  return {
    orderId: order.orderId,
    orderAliases:
      order.sellerOrderId === null ? undefined : [{ aliasId: order.sellerOrderId, aliasType: 'SELLER_ORDER_ID' }],
    createdTime: instantMs(order.createdAtMs),
    lastUpdatedTime: instantMs(order.updatedAtMs),
    programs: order.programs,
    associatedOrders: order.associatedOrders.length === 0 ? undefined : order.associatedOrders,
    salesChannel: viewer.hidesMarketplace
      ? { channelName: 'AMAZON' }
      : { channelName: 'AMAZON', marketplaceId: order.marketplaceId, marketplaceName: marketplace.name },
    buyer: included.has('BUYER') ? buyerView(order, sight) : undefined,
    recipient: included.has('RECIPIENT') ? recipientView(order, sight) : undefined,
    proceeds: included.has('PROCEEDS') ? { grandTotal: money(orderTotalMinor(order), order.currency) } : undefined,
    fulfillment: included.has('FULFILLMENT') ? fulfillmentView(order) : undefined,
    orderItems: order.lines.map((line) => itemView(order, line, included, sight)),
    packages: included.has('PACKAGES') && order.fulfilledBy === 'MERCHANT' ? packagesView(order) : undefined,
  };
}

function buyerView(order: AmazonOrder, sight: Sight): unknown {
  const { name, email, companyName, purchaseOrderNumber } = order.buyer;
  return {
    buyerName: sight.hasBuyerName ? name : undefined,
    buyerEmail: sight.hasEmail ? email : undefined,
    buyerCompanyName: filled(companyName),
    buyerPurchaseOrderNumber: filled(purchaseOrderNumber),
  };
}

/** Orders that are not paid have no recipient at all. */
function recipientView(order: AmazonOrder, sight: Sight): unknown {
  const status = statusOf(order);
  if (status === 'PENDING' || status === 'PENDING_AVAILABILITY') return undefined;
  return {
    deliveryAddress: addressView(order.address, sight),
    deliveryPreference:
      sight.hasAddress && order.addressInstruction !== ''
        ? { addressInstruction: order.addressInstruction }
        : undefined,
  };
}

function addressView(address: AmazonAddress, sight: Sight): unknown {
  const coarse = {
    city: address.city,
    districtOrCounty: filled(address.districtOrCounty),
    stateOrRegion: filled(address.stateOrRegion),
    countryCode: address.countryCode,
    addressType: address.addressType,
  };
  if (!sight.hasAddress) return coarse;
  return {
    name: address.name,
    companyName: filled(address.companyName),
    addressLine1: filled(address.lines[0] ?? ''),
    addressLine2: filled(address.lines[1] ?? ''),
    addressLine3: filled(address.lines[2] ?? ''),
    ...coarse,
    postalCode: filled(address.postalCode),
    phone: sight.hasPhone ? filled(address.phone) : undefined,
  };
}

function fulfillmentView(order: AmazonOrder): unknown {
  return {
    fulfillmentStatus: statusOf(order),
    fulfilledBy: order.fulfilledBy,
    fulfillmentServiceLevel: order.serviceLevel,
    shipByWindow: windowView(order.shipByWindow),
    deliverByWindow: windowView(order.deliverByWindow),
    labelPrintingWindow:
      order.labelPrintingFromMs === null ? undefined : { earliestDateTime: instant(order.labelPrintingFromMs) },
  };
}

function windowView(window: TimeSpan): unknown {
  return { earliestDateTime: instant(window.earliestMs), latestDateTime: instant(window.latestMs) };
}

function packagesView(order: AmazonOrder): unknown {
  return order.packages.flatMap((parcel) => packageView(parcel));
}

function filled(text: string): string | undefined {
  return text === '' ? undefined : text;
}
