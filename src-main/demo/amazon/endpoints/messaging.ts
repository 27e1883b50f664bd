import * as z from 'zod';
import { bodyOf, requiredMarketplaces, type Call, type Operation, type Outcome } from '../operation.ts';
import type { AmazonOrder } from '../order.ts';
import { invalidInput, unauthorized } from '../refusal.ts';
import { statusOf } from '../rules/order-status.ts';
import { checkUploads } from './uploads.ts';

const shared = {
  limit: { ratePerSecond: 1, burst: 5 },
  roles: ['buyer-communication'],
  query: ['marketplaceIds'],
} as const;
const base = '/messaging/v1/orders/{amazonOrderId}';
const hal = 'application/hal+json';

const attachments = z
  .array(z.strictObject({ uploadDestinationId: z.string().min(1), fileName: z.string().min(1) }))
  .max(5, 'must not have more than 5 attachments.');
const instantText = z.string().refine((value) => !Number.isNaN(Date.parse(value)), 'must be in ISO 8601 format.');

function textField(most: number) {
  return z
    .string()
    .min(1, 'must not be empty.')
    .max(most, `must not have more than ${most} characters.`)
    .refine((value) => !/<[a-z/!][^>]*>/iu.test(value), 'must not contain HTML.')
    .refine((value) => !/\S+@\S+\.\S+/u.test(value), 'must not contain e-mail addresses.');
}

const textOnly = z.strictObject({ text: textField(2_000) });
const filesOnly = z.strictObject({ attachments });

/** The kinds of messages, and what each takes. */
const kinds = {
  confirmOrderDetails: textOnly,
  confirmDeliveryDetails: textOnly,
  unexpectedProblem: textOnly,
  confirmServiceDetails: textOnly,
  confirmCustomizationDetails: z.strictObject({ text: textField(800), attachments: attachments.exactOptional() }),
  digitalAccessKey: z.strictObject({ text: textField(400), attachments: attachments.exactOptional() }),
  legalDisclosure: filesOnly,
  invoice: filesOnly,
  warranty: z.strictObject({
    attachments,
    coverageStartDate: instantText.exactOptional(),
    coverageEndDate: instantText.exactOptional(),
  }),
} as const;

type MessageKind = keyof typeof kinds;

/** Messaging v1: templated messages to a buyer, each order allowing some of them. */
export const messagingOperations: readonly Operation[] = [
  { ...shared, name: 'getMessagingActionsForOrder', method: 'GET', path: base, run: listActions },
  { ...shared, name: 'getAttributes', method: 'GET', path: `${base}/attributes`, run: attributes },
  ...(Object.keys(kinds) as MessageKind[]).map((kind): Operation => ({
    ...shared,
    name: kind,
    method: 'POST',
    path: `${base}/messages/${kind}`,
    run: (call) => send(call, kind),
  })),
];

function allowedActions(order: AmazonOrder): MessageKind[] {
  const status = statusOf(order);
  if (status === 'PENDING' || status === 'PENDING_AVAILABILITY' || status === 'CANCELLED') return [];
  const isCustom = order.lines.some((line) => line.customizedUrl !== '');
  const always: MessageKind[] = ['confirmOrderDetails', 'confirmDeliveryDetails', 'unexpectedProblem', 'invoice'];
  const shipped: MessageKind[] = status === 'SHIPPED' ? ['legalDisclosure', 'warranty'] : [];
  return [...always, ...shipped, ...(isCustom ? (['confirmCustomizationDetails'] as const) : [])];
}

function listActions(call: Call): Outcome {
  const order = orderOf(call);
  const self = `/messaging/v1/orders/${order.orderId}?marketplaceIds=${order.marketplaceId}`;
  const links = allowedActions(order).map((name) => ({
    href: `/messaging/v1/orders/${order.orderId}/messages/${name}?marketplaceIds=${order.marketplaceId}`,
    name,
  }));
  return {
    status: 200,
    contentType: hal,
    body: {
      _links: { self: { href: self }, actions: links },
      _embedded: { actions: links.map(({ href, name }) => ({ _links: { self: { href } }, payload: { name } })) },
    },
  };
}

function attributes(call: Call): Outcome {
  return { status: 200, contentType: hal, body: { buyer: { locale: orderOf(call).buyer.locale } } };
}

function send(call: Call, kind: MessageKind): Outcome {
  const order = orderOf(call);
  const body = bodyOf(call, kinds[kind]);
  // The platform refuses what its list does not hold.
  if (!allowedActions(order).includes(kind)) throw unauthorized('');
  checkUploads(call, 'attachments' in body ? (body.attachments ?? []) : []);
  order.effects.messages.push({ atMs: call.nowMs, kind, text: 'text' in body ? body.text : '' });
  return { status: 201, contentType: hal, body: {} };
}

/** The order of a call that names its one marketplace too. Throws 400, 403 or 404. */
export function orderOf(call: Call): AmazonOrder {
  const [marketplaceId, ...more] = requiredMarketplaces(call, 1);
  const order = call.store.order(call.params['amazonOrderId'] ?? '', call.account.region);
  if (more.length > 0 || marketplaceId !== order.marketplaceId) {
    throw invalidInput(`marketplaceIds must be the marketplace of order ${order.orderId}.`);
  }
  return order;
}
