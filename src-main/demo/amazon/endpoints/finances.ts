import { amountText, instant, readUtcInstant } from '../answers/values.ts';
import { marketplaceById } from '../marketplaces.ts';
import type { Call, Operation, Outcome } from '../operation.ts';
import { invalidInput } from '../refusal.ts';
import type { MoneyEvent } from '../world.ts';

const day = 86_400_000;
const pageSize = 100;
const shared = { roles: ['finance-and-accounting'] } as const;

/** Finances: money that moved for orders, hours after it moved. */
export const financeOperations: readonly Operation[] = [
  {
    ...shared,
    name: 'listTransactions',
    method: 'GET',
    path: '/finances/2024-06-19/transactions',
    limit: { ratePerSecond: 0.5, burst: 10 },
    query: [
      'postedAfter',
      'postedBefore',
      'marketplaceId',
      'transactionStatus',
      'relatedIdentifierName',
      'relatedIdentifierValue',
      'nextToken',
    ],
    run: listTransactions,
  },
  {
    ...shared,
    name: 'listFinancialEventsByOrderId',
    method: 'GET',
    path: '/finances/v0/orders/{orderId}/financialEvents',
    limit: { ratePerSecond: 0.5, burst: 30 },
    query: ['MaxResultsPerPage', 'NextToken'],
    run: eventsOfOrder,
  },
];

function postedEvents(call: Call): MoneyEvent[] {
  return call.store.world.moneyEvents.filter(
    (event) =>
      event.atMs + call.timings.moneyDelayMs <= call.nowMs &&
      call.store.find(event.orderId)?.region === call.account.region,
  );
}

function listTransactions(call: Call): Outcome {
  const fits = readFilter(call);
  const rows = postedEvents(call).filter(fits);
  const start = readOffset(call.query.get('nextToken'));
  const page = rows.slice(start, start + pageSize);
  const nextToken =
    start + pageSize < rows.length ? Buffer.from(`offset:${start + pageSize}`).toString('base64url') : undefined;
  return {
    status: 200,
    body: { payload: { nextToken, transactions: page.map((event) => transactionView(call, event)) } },
  };
}

function readFilter(call: Call): (event: MoneyEvent) => boolean {
  const name = call.query.get('relatedIdentifierName');
  const value = call.query.get('relatedIdentifierValue');
  if ((name === null) !== (value === null))
    throw invalidInput('relatedIdentifierName and relatedIdentifierValue go together.');
  if (name !== null) {
    if (name !== 'ORDER_ID') throw invalidInput('relatedIdentifierName is not supported.');
    return (event) => event.orderId === value;
  }
  const after = call.query.get('postedAfter');
  if (after === null) throw invalidInput('postedAfter is required without a related identifier.');
  const afterMs = readUtcInstant(after);
  const before = call.query.get('postedBefore');
  const beforeMs = before === null ? Math.min(call.nowMs, afterMs + 180 * day) : readUtcInstant(before);
  if (Number.isNaN(afterMs) || Number.isNaN(beforeMs) || beforeMs < afterMs)
    throw invalidInput('The dates are invalid.');
  if (beforeMs - afterMs > 180 * day) throw invalidInput('The dates are more than 180 days apart.');
  if (before !== null && beforeMs > call.nowMs - 120_000) {
    throw invalidInput('postedBefore must be at least two minutes before the time of the request.');
  }
  return (event) => event.atMs >= afterMs && event.atMs <= beforeMs;
}

function readOffset(token: string | null): number {
  if (token === null) return 0;
  const match = /^offset:(\d{1,9})$/u.exec(Buffer.from(token, 'base64url').toString('utf8'));
  if (match === null) throw invalidInput('nextToken is invalid.');
  return Number(match[1]);
}

function transactionView(call: Call, event: MoneyEvent): unknown {
  const order = call.store.orderInBooks(event.orderId);
  const words = {
    Shipment: 'Order Payment',
    Refund: 'Refund Order',
    GuaranteeClaim: 'A-to-z Guarantee Claim',
    Chargeback: 'Chargeback',
  };
  const isReleased = call.nowMs - event.atMs > 7 * day;
  return {
    sellingPartnerMetadata: { sellingPartnerId: call.account.sellerId, marketplaceId: order.marketplaceId },
    relatedIdentifiers: [{ relatedIdentifierName: 'ORDER_ID', relatedIdentifierValue: event.orderId }],
    transactionType: event.kind,
    transactionId: event.eventId,
    transactionStatus: isReleased ? 'RELEASED' : 'DEFERRED',
    description: words[event.kind],
    postedDate: instant(event.atMs),
    totalAmount: currencyAmount(event),
    marketplaceDetails: {
      marketplaceId: order.marketplaceId,
      marketplaceName: marketplaceById(order.marketplaceId).name,
    },
    items: [],
    breakdowns: [],
  };
}

function eventsOfOrder(call: Call): Outcome {
  const orderId = call.params['orderId'] ?? '';
  call.store.order(orderId, call.account.region);
  const events = postedEvents(call).filter((event) => event.orderId === orderId);
  const listOf = (kind: MoneyEvent['kind']) => events.filter((event) => event.kind === kind).map(v0View);
  return {
    status: 200,
    body: {
      payload: {
        FinancialEvents: {
          ShipmentEventList: listOf('Shipment'),
          RefundEventList: listOf('Refund'),
          GuaranteeClaimEventList: listOf('GuaranteeClaim'),
          ChargebackEventList: listOf('Chargeback'),
          SAFETReimbursementEventList: [],
          AdjustmentEventList: [],
        },
      },
    },
  };
}

function v0View(event: MoneyEvent): unknown {
  const ChargeAmount = {
    CurrencyCode: event.currency,
    CurrencyAmount: Number(amountText(event.amountMinor, event.currency)),
  };
  return {
    AmazonOrderId: event.orderId,
    PostedDate: instant(event.atMs),
    ShipmentItemList: [{ SellerSKU: event.sku, ItemChargeList: [{ ChargeType: 'Principal', ChargeAmount }] }],
  };
}

function currencyAmount(event: MoneyEvent): unknown {
  return { currencyCode: event.currency, currencyAmount: Number(amountText(event.amountMinor, event.currency)) };
}
