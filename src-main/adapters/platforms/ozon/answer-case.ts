import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { jsonInteger, type JsonNode, member, plain } from '../shared/json.ts';
import { sellersWords } from './chats.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, faultOutcome, outcomeCode } from './errors.ts';
import type { OzonMethodName } from './paths.ts';

type Answer = EffectOf<'answer-case'>;

interface AnswerCall {
  readonly method: OzonMethodName;
  readonly body: JsonNode;
}

/** Sends the seller's answer to a cancel request, review, question or chat. Never throws for what a platform may do. */
export async function answerCase({ proxy, timings }: ConnectorContext, effect: Answer): Promise<Outcome> {
  const call = callOf(effect);
  if (call === null) return { kind: 'rejected', code: 'step-not-offered' };
  const answer = await proxy.call(call.method, call.body);
  if (answer.ok) return { kind: 'done' };
  return faultOutcome(answer.fault, 'write', timings);
}

function callOf({ caseKind, action, remoteId, text }: Answer): AnswerCall | null {
  switch (`${caseKind} ${action}`) {
    case 'cancel-request accept':
      return requestCall('answerCancelApprove', remoteId, text);
    case 'cancel-request refuse':
      return requestCall('answerCancelReject', remoteId, text);
    case 'review reply':
      return { method: 'reviewComment', body: { review_id: remoteId, text, mark_review_as_processed: true } };
    case 'review close':
      return { method: 'reviewStatus', body: { review_ids: [remoteId], status: 'PROCESSED' } };
    case 'message reply':
      return text.length > 1_000 ? null : { method: 'chatMessage', body: { chat_id: remoteId, text } };
    default:
      return null;
  }
}

function requestCall(method: OzonMethodName, remoteId: string, comment: string): AnswerCall | null {
  if (!/^\d{1,19}$/.test(remoteId)) return null;
  return { method, body: { cancellation_id: jsonInteger(remoteId), comment } };
}

/** Looks whether an answer has arrived. Ozon keeps no key of ours, so a text is found by its own words. */
export async function confirmAnswer(context: ConnectorContext, effect: Answer): Promise<Confirmation> {
  switch (effect.caseKind) {
    case 'cancel-request':
      return await confirmRequest(context, effect);
    case 'review':
      return await confirmReview(context, effect);
    case 'message': {
      const words = await sellersWords(context, effect.remoteId);
      return Array.isArray(words) ? found(words.includes(effect.text)) : unseen(context, words);
    }
    default:
      return { kind: 'failed', code: 'step-not-offered' };
  }
}

const found = (isThere: boolean): Confirmation => (isThere ? { kind: 'done' } : { kind: 'not-done' });

const unseen = ({ timings }: ConnectorContext, fault: CallFault): Confirmation => ({
  kind: 'unknown',
  code: outcomeCode(faultOutcome(fault, 'read', timings)),
});

async function confirmRequest(context: ConnectorContext, effect: Answer): Promise<Confirmation> {
  const filter = effect.orderRemoteId === null ? {} : { posting_number: [effect.orderRemoteId] };
  const answer = await context.proxy.call('cancelRequests', {
    filters: { state: 'ALL', ...filter },
    limit: jsonInteger('500'),
    last_id: jsonInteger('0'),
    with: { counter: false },
  });
  if (!answer.ok) return unseen(context, answer.fault);
  const request = listOf(answer.body, 'result').find(
    (item) => plain(member(item, 'cancellation_id')) === effect.remoteId,
  );
  if (request === undefined) return { kind: 'failed', code: 'case-unknown' };
  const state = member(request, 'state');
  const word = typeof state === 'string' ? state : member(state, 'state');
  if (word === 'ON_APPROVAL') return { kind: 'not-done' };
  const isOurs = word === (effect.action === 'accept' ? 'APPROVED' : 'REJECTED');
  return isOurs ? { kind: 'done' } : { kind: 'failed', code: 'answered-otherwise' };
}

async function confirmReview(context: ConnectorContext, effect: Answer): Promise<Confirmation> {
  // Closing sets a state; to set it twice does nothing.
  if (effect.action === 'close') return { kind: 'not-done' };
  const body = { review_id: effect.remoteId, limit: 100, offset: 0, sort_dir: 'ASC' };
  const answer = await context.proxy.call('reviewComments', body);
  if (!answer.ok) return unseen(context, answer.fault);
  return found(listOf(answer.body, 'comments').some((comment) => member(comment, 'text') === effect.text));
}

function listOf(body: JsonNode, key: string): readonly JsonNode[] {
  const content = member(body, key);
  return Array.isArray(content) ? content : [];
}
