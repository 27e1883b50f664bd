import { amountText } from '../answers/values.ts';
import { sightOf } from '../answers/personal-data.ts';
import type { AmazonRole } from '../account.ts';
import { marketplaceById, type Region } from '../marketplaces.ts';
import type { AmazonOrder } from '../order.ts';
import { orderTotalMinor } from '../rules/money-events.ts';
import { statusOf } from '../rules/order-status.ts';
import type { AmazonStore } from '../store.ts';
import type { AmazonReport, AmazonReturn } from '../world.ts';
import { returnColumns, shippingColumns } from './columns.ts';
import { performanceReport } from './performance.ts';

export interface ReportContent {
  text: string;
  contentType: string;
  isGzip: boolean;
}

export interface ReportKind {
  /** One of these must be ticked. */
  roles: readonly AmazonRole[];
  /** Holds personal data: its document opens with a restricted data token only. */
  isRestricted: boolean;
  /** The longest span of time; null for none. */
  mostDays: number | null;
  /** Null when there is nothing, which the platform calls CANCELLED. */
  write(store: AmazonStore, report: AmazonReport): ReportContent | null;
}

/** The reports that an order desk reads. */
export const reportKinds: Readonly<Record<string, ReportKind>> = {
  GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE: {
    roles: ['inventory-and-order-tracking', 'direct-to-consumer-shipping'],
    isRestricted: false,
    mostDays: 60,
    write: returnsReport,
  },
  GET_SELLER_FEEDBACK_DATA: {
    roles: ['selling-partner-insights'],
    isRestricted: false,
    mostDays: null,
    write: feedbackReport,
  },
  GET_V2_SELLER_PERFORMANCE_REPORT: {
    roles: ['selling-partner-insights'],
    isRestricted: false,
    mostDays: null,
    write: (store, report) => ({
      text: JSON.stringify(performanceReport(store, report)),
      contentType: 'application/json; charset=UTF-8',
      isGzip: false,
    }),
  },
  GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING: {
    roles: ['direct-to-consumer-shipping'],
    isRestricted: true,
    mostDays: null,
    write: shippingReport,
  },
};

function returnsReport(store: AmazonStore, report: AmazonReport): ReportContent | null {
  const rows = store.world.returns
    .filter(({ requestedAtMs }) => requestedAtMs >= report.dataStartMs && requestedAtMs <= report.dataEndMs)
    .flatMap((entry) => {
      const order = store.find(entry.orderId);
      return order !== undefined && isOfReport(order, report) ? [returnRow(order, entry)] : [];
    });
  return rows.length === 0 ? null : flatFile(returnColumns, rows, report.region);
}

function returnRow(order: AmazonOrder, entry: AmazonReturn): Record<string, string> {
  const line = order.lines.find((candidate) => candidate.orderItemId === entry.orderItemId);
  return {
    'Order ID': order.orderId,
    'Order date': dayText(order.createdAtMs),
    'Return request date': dayText(entry.requestedAtMs),
    'Return request status': entry.status,
    'Amazon RMA ID': entry.rmaId,
    'Currency code': order.currency,
    'A-to-Z Claim': 'N',
    'Is prime': order.programs.includes('PRIME') ? 'Y' : 'N',
    ASIN: line?.asin ?? '',
    'Merchant SKU': line?.sku ?? '',
    'Item Name': line?.title ?? '',
    'Return quantity': String(entry.quantity),
    'Return Reason': entry.reason,
    'In policy': 'Y',
    'Return type': 'C-Returns',
    Resolution: 'StandardRefund',
    'Order Amount': amountText(orderTotalMinor(order), order.currency),
    'Order quantity': String(line?.quantity ?? 0),
    Category: 'Home',
    'Order Item ID': entry.orderItemId,
  };
}

function feedbackReport(store: AmazonStore, report: AmazonReport): ReportContent | null {
  const rows = store.world.feedback
    .filter(({ atMs, orderId }) => {
      const order = store.find(orderId);
      return atMs >= report.dataStartMs && atMs <= report.dataEndMs && order !== undefined && isOfReport(order, report);
    })
    .map((entry) => ({
      Date: dayText(entry.atMs),
      Rating: String(entry.rating),
      Comments: entry.comments,
      'Your Response': '',
      'Order ID': entry.orderId,
      'Rater Email': store.find(entry.orderId)?.buyer.email ?? '',
    }));
  const columns = ['Date', 'Rating', 'Comments', 'Your Response', 'Order ID', 'Rater Email'];
  return rows.length === 0 ? null : flatFile(columns, rows, report.region);
}

function shippingReport(store: AmazonStore, report: AmazonReport): ReportContent | null {
  const viewer = { roles: store.world.app.roles, nowMs: report.endsAtMs, isBlank: false };
  const rows = store.world.orders
    .filter((order) => isOfReport(order, report) && statusOf(order) === 'UNSHIPPED')
    .flatMap((order) => {
      const sight = sightOf(order, viewer);
      const [first = '', second = '', third = ''] = order.address.lines;
      return order.lines.map((line) => ({
        'order-id': order.orderId,
        'order-item-id': line.orderItemId,
        'purchase-date': new Date(order.createdAtMs).toISOString(),
        'promise-date': new Date(order.shipByWindow.latestMs).toISOString(),
        sku: line.sku,
        'product-name': line.title,
        'quantity-purchased': String(line.quantity),
        'quantity-to-ship': String(line.quantity),
        'recipient-name': sight.hasAddress ? order.address.name : '',
        'ship-address-1': sight.hasAddress ? first : '',
        'ship-address-2': sight.hasAddress ? second : '',
        'ship-address-3': sight.hasAddress ? third : '',
        'ship-city': order.address.city,
        'ship-state': order.address.stateOrRegion,
        'ship-postal-code': sight.hasAddress ? order.address.postalCode : '',
        'ship-country': order.address.countryCode,
      }));
    });
  return rows.length === 0 ? null : flatFile(shippingColumns, rows, report.region);
}

function isOfReport(order: AmazonOrder, report: AmazonReport): boolean {
  return order.region === report.region && report.marketplaceIds.includes(marketplaceById(order.marketplaceId).id);
}

/** Japan's files are UTF-8 here, the others Windows-1252 as far as Latin-1 goes; the Content-Type says which. */
function flatFile(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
  region: Region,
): ReportContent {
  const lines = [
    columns,
    ...rows.map((row) => columns.map((column) => (row[column] ?? '').replaceAll(/[\t\r\n]+/gu, ' '))),
  ];
  const charset = region === 'FE' ? 'UTF-8' : 'Cp1252';
  return {
    text: `${lines.map((cells) => cells.join('\t')).join('\r\n')}\r\n`,
    contentType: `text/plain; charset=${charset}`,
    isGzip: rows.length > 5,
  };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** For example `24-Sep-2026`. */
function dayText(atMs: number): string {
  const date = new Date(atMs);
  return `${String(date.getUTCDate()).padStart(2, '0')}-${months[date.getUTCMonth()] ?? ''}-${date.getUTCFullYear()}`;
}
