import * as z from 'zod';
import { instant, instantOrNull, int64 } from '../answers/values.ts';
import { badArgument, notFound } from '../refusal.ts';
import { route, type Call } from '../route.ts';
import { cancelPosting, isFinal } from '../rules/cancelling.ts';
import { int64Field, limitField, numberText } from '../schema/fields.ts';
import { checkLimit } from '../schema/refuse-body.ts';
import type { CancellationRequest } from '../world.ts';

const highestLimit = 500;

const listBody = z.strictObject({
  limit: limitField,
  last_id: int64Field.optional(),
  filters: z
    .strictObject({
      state: z.enum(['ALL', 'ON_APPROVAL', 'APPROVED', 'REJECTED']).optional(),
      cancellation_initiator: z.array(z.enum(['OZON', 'SELLER', 'CLIENT', 'SYSTEM', 'DELIVERY'])).optional(),
      posting_number: z.array(numberText).optional(),
    })
    .optional(),
  with: z.strictObject({ counter: z.boolean().optional() }).optional(),
});

const answerBody = z.strictObject({ cancellation_id: int64Field, comment: z.string().optional() });

/** The buyer of an rFBS posting asks to cancel; the seller says yes or no before the deadline. */
export const conditionalCancellationRoutes = [
  route({ path: '/v2/conditional-cancellation/list', schema: listBody, handle: listRequests }),
  route({ path: '/v2/conditional-cancellation/approve', writes: true, schema: answerBody, handle: approve }),
  route({ path: '/v2/conditional-cancellation/reject', writes: true, schema: answerBody, handle: reject }),
];

function listRequests(body: z.output<typeof listBody>, call: Call): unknown {
  checkLimit(body.limit, highestLimit);
  const after = BigInt(body.last_id ?? '0');
  const fitting = call.store.world.cancellationRequests.filter((request) => fits(request, body.filters ?? {}));
  const page = fitting.filter((request) => BigInt(request.cancellationId) > after).slice(0, body.limit);
  const last = page.at(-1);
  const waiting = call.store.world.cancellationRequests.filter((request) => request.state === 'ON_APPROVAL').length;
  return {
    result: page.map((request) => requestPart(request, call)),
    last_id: last === undefined ? 0 : int64(last.cancellationId),
    counter: body.with?.counter === true ? waiting : 0,
  };
}

function fits(request: CancellationRequest, filters: NonNullable<z.output<typeof listBody>['filters']>): boolean {
  const { state = 'ALL', cancellation_initiator: initiators = [], posting_number: numbers = [] } = filters;
  return (
    (state === 'ALL' || state === request.state) &&
    (initiators.length === 0 || initiators.includes('CLIENT')) &&
    (numbers.length === 0 || numbers.includes(request.postingNumber))
  );
}

const states = {
  ON_APPROVAL: { id: 1, name: 'На рассмотрении', state: 'ON_APPROVAL' },
  APPROVED: { id: 2, name: 'Подтверждена', state: 'APPROVED' },
  REJECTED: { id: 3, name: 'Отклонена', state: 'REJECTED' },
};

function requestPart(request: CancellationRequest, call: Call): Record<string, unknown> {
  const posting = call.store.posting(request.postingNumber);
  return {
    cancellation_id: int64(request.cancellationId),
    posting_number: request.postingNumber,
    cancellation_initiator: 'CLIENT',
    cancellation_reason: { id: int64(request.reasonId), name: request.reasonName },
    cancellation_reason_message: request.message,
    state: states[request.state],
    cancelled_at: instant(request.requestedAtMs),
    order_date: instant(posting.inProcessAtMs),
    auto_approve_date: instant(request.autoApproveAtMs),
    approve_date: instantOrNull(request.answeredAtMs),
    approve_comment: request.answerComment,
    source_id: 0,
    tpl_integration_type: posting.integration,
  };
}

function approve(body: z.output<typeof answerBody>, call: Call): unknown {
  const request = answered(body, 'APPROVED', call);
  const posting = call.store.posting(request.postingNumber);
  if (!isFinal(posting))
    cancelPosting(posting, 'customer', { id: request.reasonId, title: request.reasonName }, call.nowMs);
  return {};
}

function reject(body: z.output<typeof answerBody>, call: Call): unknown {
  answered(body, 'REJECTED', call);
  return {};
}

function answered(body: z.output<typeof answerBody>, state: 'APPROVED' | 'REJECTED', call: Call): CancellationRequest {
  const request = call.store.world.cancellationRequests.find(
    (candidate) => candidate.cancellationId === body.cancellation_id,
  );
  if (request === undefined) throw notFound('CANCELLATION_NOT_FOUND');
  if (request.state !== 'ON_APPROVAL') throw badArgument('HAS_INCORRECT_STATUS');
  request.state = state;
  request.answeredAtMs = call.nowMs;
  request.answerComment = body.comment ?? '';
  return request;
}
