import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { isRecord, member, plain } from '../shared/json.ts';
import { BUYER_CANCELED } from './cancel-reasons.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome } from './errors.ts';
import { readOrder } from './fetch-order.ts';
import { marketplaceOf } from './marketplace-of.ts';
import { confirmCancel, pushCancel } from './push-cancel.ts';

type AnswerCase = EffectOf<'answer-case'>;

/** Messages that are a free text to the buyer, best first (Messaging API v1); which of them is open, each order says. */
const MESSAGES = ['unexpectedProblem', 'confirmOrderDetails', 'confirmDeliveryDetails'] as const;

const rejected = (code: string): Outcome => ({ kind: 'rejected', code });

/** Accepts a buyer's cancellation by cancelling, or writes to the buyer; there is no other answer in the API. */
export async function answerCase(context: ConnectorContext, effect: AnswerCase, key: string): Promise<Outcome> {
  const { orderRemoteId, action, caseKind } = effect;
  if (orderRemoteId === null) return rejected('order-unknown');
  if (action === 'accept' && caseKind === 'cancel-request')
    return await pushCancel(context, orderRemoteId, BUYER_CANCELED, key);
  if (action !== 'reply') return rejected('action-not-offered');
  return await sendMessage(context, orderRemoteId, effect.text);
}

/** A message cannot be looked up again, so nobody can say whether it went out. */
export async function confirmAnswer(context: ConnectorContext, effect: AnswerCase, key: string): Promise<Confirmation> {
  const { orderRemoteId, action } = effect;
  if (action === 'accept' && orderRemoteId !== null) return await confirmCancel(context, orderRemoteId, key);
  return { kind: 'unknown', code: 'message-not-visible' };
}

async function sendMessage(context: ConnectorContext, remoteId: string, text: string): Promise<Outcome> {
  const words = text.trim();
  // No HTML and no addresses, 1 to 2000 characters (Messaging API v1, CreateUnexpectedProblemRequest).
  if (words === '' || words.length > 2_000) return rejected('text-length');
  if (/<[a-z/!][^>]*>|\S+@\S+\.\S+/i.test(words)) return rejected('text-not-allowed');
  const order = await readOrder(context, remoteId);
  if (!order.ok) return order.outcome;
  const marketplaceIds = marketplaceOf(order.shape, context.settings);
  if (marketplaceIds === null) return rejected('marketplace-unknown');
  const options = { params: { amazonOrderId: remoteId }, query: { marketplaceIds } };
  const allowed = await context.proxy.call('getMessagingActionsForOrder', options);
  if (!allowed.ok) return faultOutcome(allowed.fault, 'read');
  const names = actionNames(plain(member(member(allowed.body, '_links'), 'actions')));
  const message = MESSAGES.find((name) => names.includes(name));
  if (message === undefined) return rejected('message-not-allowed');
  const sent = await context.proxy.call(message, { ...options, body: { text: words } });
  return sent.ok ? { kind: 'done' } : faultOutcome(sent.fault, 'write');
}

function actionNames(links: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(links) ? links : [];
  return list.flatMap((link) => (isRecord(link) && typeof link['name'] === 'string' ? [link['name']] : []));
}
