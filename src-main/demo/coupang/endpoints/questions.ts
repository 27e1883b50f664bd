import * as z from 'zod';
import { seoulSpaced } from '../answers/seoul-time.ts';
import { int64 } from '../answers/view.ts';
import type { Question } from '../claims.ts';
import { badRequest } from '../refusal.ts';
import { readRoute, vendorPath, writeRoute, type Call } from '../route.ts';
import { queryCount, queryId, vendorIdField } from '../schema/fields.ts';
import { isWithin } from '../schema/window.ts';
import { inquiryWindow, numberedPage } from './inquiry-pages.ts';

const listQuery = z.strictObject({
  vendorId: z.string(),
  answeredType: z.enum(['ALL', 'ANSWERED', 'NOANSWER']),
  inquiryStartAt: z.string().optional(),
  inquiryEndAt: z.string().optional(),
  vendorItemId: queryId.optional(),
  pageNum: queryCount(1, 999_999).default(1),
  pageSize: queryCount(1, 50).default(10),
});

/** Questions on product pages (coupang.md section 10). */
export const questionRoutes = [
  readRoute({
    operation: 'listQuestions',
    path: vendorPath('v5', 'onlineInquiries'),
    query: listQuery,
    handle: listQuestions,
  }),
  writeRoute({
    operation: 'answerQuestion',
    method: 'POST',
    path: vendorPath('v4', 'onlineInquiries/{inquiryId}/replies'),
    body: z.strictObject({ content: z.string().min(1), vendorId: vendorIdField, replyBy: z.string() }),
    handle: (body, { store, nowMs }, { inquiryId = '' }) => {
      const { vendorId, wingId } = store.world.vendor;
      if (body.vendorId !== vendorId) throw badRequest('Invalid vendor ID');
      if (body.replyBy !== wingId) throw badRequest('replyBy is not a user of this vendor');
      const question = store.question(inquiryId);
      if (question === undefined) throw badRequest(`inquiryId (${inquiryId}) is not found.`);
      question.replies.push({ commentId: store.newSmallId(), content: body.content, by: body.replyBy, atMs: nowMs });
      return { code: '200', message: 'OK' };
    },
  }),
];

function listQuestions(query: z.output<typeof listQuery>, { store }: Call): Record<string, unknown> {
  if (query.vendorId !== store.world.vendor.vendorId) throw badRequest('Invalid vendor ID');
  const window = inquiryWindow(query);
  const fitting = store.world.questions.filter(
    (question) =>
      (query.answeredType === 'ALL' || question.replies.length > 0 === (query.answeredType === 'ANSWERED')) &&
      (query.vendorItemId === undefined || question.vendorItemId === query.vendorItemId) &&
      (window === null || isWithin(question.askedAtMs, window)),
  );
  const data = numberedPage(fitting, { number: query.pageNum, size: query.pageSize }, questionPart);
  return { code: '200', message: 'OK', data };
}

/** `buyerEmail` is no longer told. */
function questionPart(question: Question): Record<string, unknown> {
  return {
    inquiryId: int64(question.inquiryId),
    productId: int64(question.productId),
    vendorItemId: int64(question.vendorItemId),
    content: question.content,
    inquiryAt: seoulSpaced(question.askedAtMs),
    orderIds: question.orderIds.length === 0 ? null : question.orderIds.map(int64),
    commentDtoList: question.replies.map((reply) => ({
      inquiryCommentId: int64(reply.commentId),
      inquiryId: int64(question.inquiryId),
      content: reply.content,
      inquiryCommentAt: seoulSpaced(reply.atMs),
    })),
  };
}
