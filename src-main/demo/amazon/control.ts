import * as z from 'zod';
import { answerControl } from '../kit/control/answer-control.ts';
import type { Answer } from '../kit/http/answer.ts';
import type { Asked } from '../kit/http/asked.ts';
import { amazonRoles } from './account.ts';
import { faultKinds } from './faults.ts';
import * as happenings from './happenings.ts';
import type { Platform } from './platform.ts';
import type { AmazonStore } from './store.ts';

const orderId = z.string().min(1);
const region = z.enum(['NA', 'EU', 'FE']);
const role = z.enum(amazonRoles);
const eventSchema = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('order'),
    region,
    items: z
      .array(z.tuple([z.string(), z.number().int().min(1)]))
      .min(1)
      .exactOptional(),
  }),
  z.strictObject({ event: z.literal('pay'), orderId }),
  z.strictObject({ event: z.literal('ask-to-cancel'), orderId, reason: z.string().min(1) }),
  z.strictObject({ event: z.literal('cancel-by-buyer'), orderId }),
  z.strictObject({ event: z.literal('return-by-buyer'), orderId, reason: z.string().min(1) }),
  z.strictObject({
    event: z.literal('feedback'),
    orderId,
    rating: z.number().int().min(1).max(5),
    comments: z.string(),
  }),
  z.strictObject({ event: z.literal('withhold-address'), orderId, isWithheld: z.boolean() }),
  z.strictObject({ event: z.literal('withdraw-role'), role }),
  z.strictObject({ event: z.literal('grant-role'), role }),
  z.strictObject({ event: z.literal('end-tokens'), how: z.enum(['expired', 'revoked']) }),
  z.strictObject({ event: z.literal('revoke-refresh-tokens'), region }),
  z.strictObject({ event: z.literal('authorize-again'), region }),
  z.strictObject({ event: z.literal('rotate-secret') }),
  z.strictObject({ event: z.literal('deny-marketplace'), region, marketplaceId: z.string().min(1) }),
]);

type Event = z.output<typeof eventSchema>;

/** Answers `/__sim/…` for a test in another process. Never opened in the app. */
export function takeControlRequest(platform: Platform, asked: Asked): Answer {
  const { faults, log } = platform;
  const world = (): unknown => {
    if (platform.catchUp()) platform.save();
    return platform.world;
  };
  const happen = (value: unknown): unknown => {
    const event = eventSchema.parse(value);
    return platform.change((store, nowMs) => letHappen(store, event, nowMs));
  };
  return answerControl({ faults, faultKinds, log, world, happen }, asked);
}

function letHappen(store: AmazonStore, event: Event, nowMs: number): unknown {
  switch (event.event) {
    case 'order':
      return { orderId: happenings.order(store, event.region, event.items, nowMs) };
    case 'pay':
      return happenings.payOrder(store, event.orderId, nowMs);
    case 'ask-to-cancel':
      return happenings.buyerAsksToCancel(store, event.orderId, event.reason, nowMs);
    case 'cancel-by-buyer':
      return happenings.cancelByBuyer(store, event.orderId, nowMs);
    case 'return-by-buyer':
      return { rmaId: happenings.returnByBuyer(store, event.orderId, event.reason, nowMs) };
    case 'feedback':
      return happenings.giveFeedback(store, event.orderId, { rating: event.rating, comments: event.comments }, nowMs);
    case 'withhold-address':
      return happenings.withholdAddress(store, event.orderId, event.isWithheld, nowMs);
    case 'withdraw-role':
      return happenings.withdrawRole(store, event.role);
    case 'grant-role':
      return happenings.grantRole(store, event.role);
    case 'end-tokens':
      return happenings.endTokens(store, event.how, nowMs);
    case 'revoke-refresh-tokens':
      return happenings.revokeRefreshTokens(store, event.region);
    case 'authorize-again':
      return { refreshToken: happenings.authorizeAgain(store, event.region) };
    case 'rotate-secret':
      return { clientSecret: happenings.rotateSecret(store, nowMs) };
    case 'deny-marketplace':
      return happenings.denyMarketplace(store, event.region, event.marketplaceId);
  }
}
