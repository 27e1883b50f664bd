import * as z from 'zod';
import { instant, int64 } from '../answers/values.ts';
import { badArgument, denied, notFound } from '../refusal.ts';
import { route, type Call } from '../route.ts';
import { int64Field, instantField, limitField, sortDirectionField } from '../schema/fields.ts';

const reviewStatus = z.enum(['NEW', 'VIEWED', 'PROCESSED']);

const reviewsBody = z.strictObject({
  filters: z
    .strictObject({
      status: z.enum(['ALL', 'NEW', 'VIEWED', 'PROCESSED']).optional(),
      order_status: z.enum(['ALL', 'DELIVERED', 'CANCELLED']).optional(),
      published_from: instantField.optional(),
      published_to: instantField.optional(),
      skus: z.array(int64Field).optional(),
    })
    .optional(),
  last_id: z.string().optional(),
  limit: limitField,
  sort_dir: sortDirectionField.optional(),
});

const commentBody = z.strictObject({
  review_id: z.string().min(1),
  text: z.string().min(1),
  parent_comment_id: z.string().optional(),
  mark_review_as_processed: z.boolean().optional(),
});

const commentsBody = z.strictObject({
  review_id: z.string().min(1),
  limit: limitField,
  offset: z.number().int().min(0).optional(),
  sort_dir: sortDirectionField.optional(),
});

const changeStatusBody = z.strictObject({ review_ids: z.array(z.string()).min(1).max(100), status: reviewStatus });

const questionsBody = z.strictObject({
  filter: z
    .strictObject({
      date_from: instantField.optional(),
      date_to: instantField.optional(),
      status: z.enum(['ALL', 'NEW', 'VIEWED', 'PROCESSED', 'UNPROCESSED']).optional(),
    })
    .optional(),
  last_id: z.string().optional(),
});

/** Reviews and questions: only for those who pay for it. */
export const feedbackRoutes = [
  route({ path: '/v2/review/list', schema: reviewsBody, handle: listReviews }),
  route({ path: '/v1/review/comment/create', writes: true, schema: commentBody, handle: comment }),
  route({ path: '/v1/review/comment/list', schema: commentsBody, handle: listComments }),
  route({ path: '/v2/review/change-status', writes: true, schema: changeStatusBody, handle: changeStatus }),
  route({ path: '/v1/question/list', schema: questionsBody, handle: listQuestions }),
];

/** "Review Management" is not simulated; Premium Pro has it in. */
function needPro({ store }: Call): void {
  if (store.world.seller.subscription !== 'PREMIUM_PRO') throw denied('not available with existing subscription');
}

export function needPlus({ store }: Call): void {
  const { subscription } = store.world.seller;
  if (subscription !== 'PREMIUM_PLUS' && subscription !== 'PREMIUM_PRO')
    throw denied('not available with existing subscription');
}

/** What follows the item with this id; all of it for ''. */
export function after<T extends { id: string }>(items: readonly T[], lastId: string): T[] {
  return lastId === '' ? [...items] : items.slice(items.findIndex(({ id }) => id === lastId) + 1);
}

function listReviews(body: z.output<typeof reviewsBody>, call: Call): unknown {
  needPro(call);
  if (body.limit < 20 || body.limit > 100)
    throw badArgument('Request validation error: invalid Limit: value must be inside range [20, 100]');
  const { status = 'ALL', published_from: from = 0, published_to: to = Infinity, skus } = body.filters ?? {};
  const fitting = call.store.world.afterSales.reviews.filter(
    (review) =>
      (status === 'ALL' || status === review.status) &&
      review.publishedAtMs >= from &&
      review.publishedAtMs <= to &&
      (skus === undefined || skus.includes(review.sku)),
  );
  const rest = after(body.sort_dir === 'DESC' ? fitting.toReversed() : fitting, body.last_id ?? '');
  const page = rest.slice(0, body.limit);
  return {
    reviews: page.map((review) => ({
      id: review.id,
      sku: int64(review.sku),
      text: review.text,
      rating: review.rating,
      status: review.status,
      published_at: instant(review.publishedAtMs),
      comments_amount: review.comments.length,
      photos_amount: 0,
      videos_amount: 0,
      is_rating_participant: true,
      order_status: 'DELIVERED',
    })),
    has_next: rest.length > page.length,
    last_id: page.at(-1)?.id ?? '',
  };
}

function reviewOf(id: string, { store }: Call) {
  const review = store.world.afterSales.reviews.find((candidate) => candidate.id === id);
  if (review === undefined) throw notFound('REVIEW_NOT_FOUND');
  return review;
}

function comment(body: z.output<typeof commentBody>, call: Call): unknown {
  needPro(call);
  const review = reviewOf(body.review_id, call);
  const id = `c-${call.store.newId()}`;
  review.comments.push({ id, text: body.text, atMs: call.nowMs });
  if (body.mark_review_as_processed === true) review.status = 'PROCESSED';
  return { comment_id: id };
}

function listComments(body: z.output<typeof commentsBody>, call: Call): unknown {
  needPro(call);
  const { comments } = reviewOf(body.review_id, call);
  const offset = body.offset ?? 0;
  return {
    comments: comments.slice(offset, offset + body.limit).map(({ id, text, atMs }) => ({
      id,
      text,
      is_official: true,
      is_owner: true,
      parent_comment_id: '',
      published_at: instant(atMs),
    })),
    offset: Math.min(comments.length, offset + body.limit),
  };
}

function changeStatus(body: z.output<typeof changeStatusBody>, call: Call): unknown {
  needPro(call);
  for (const id of body.review_ids) reviewOf(id, call).status = body.status;
  return {};
}

const questionsPage = 50;

function listQuestions(body: z.output<typeof questionsBody>, call: Call): unknown {
  needPlus(call);
  const { status = 'ALL', date_from: from = 0, date_to: to = Infinity } = body.filter ?? {};
  const isWanted = (one: string) =>
    status === 'ALL' || status === one || (status === 'UNPROCESSED' && one !== 'PROCESSED');
  const fitting = call.store.world.afterSales.questions.filter(
    (question) => isWanted(question.status) && question.publishedAtMs >= from && question.publishedAtMs <= to,
  );
  const page = after(fitting, body.last_id ?? '').slice(0, questionsPage);
  return {
    questions: page.map((question) => ({
      id: question.id,
      sku: int64(question.sku),
      text: question.text,
      status: question.status,
      published_at: instant(question.publishedAtMs),
      author_name: 'Покупатель',
      answers_count: question.status === 'PROCESSED' ? 1 : 0,
      product_url: '',
      question_link: '',
    })),
    last_id: page.at(-1)?.id ?? '',
  };
}
