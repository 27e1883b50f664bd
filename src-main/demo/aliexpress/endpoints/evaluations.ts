import * as z from 'zod';
import type { AliEvaluation } from '../after-sales.ts';
import { list } from '../answer-tree.ts';
import { int64, time } from '../answers/values.ts';
import { idField, idParameter, jsonParameter, textParameter, wallField, wholeField } from '../fields.ts';
import { operation, type Call } from '../operation.ts';
import { pacificWallMs } from '../pacific-time.ts';
import type { AliSeller } from '../world.ts';

const stars = wholeField.pipe(z.number().min(1).max(5));

const request = z.strictObject({
  parent_order_ids: z.array(idField).min(1).max(50).optional(),
  product_id: idField.optional(),
  buyer_product_ratings: z.array(stars).optional(),
  start_valid_date: wallField.optional(),
  end_valid_date: wallField.optional(),
  start_order_complete_date: wallField.optional(),
  end_order_complete_date: wallField.optional(),
});

const feedback = z.strictObject({
  order_id: idField,
  score: stars,
  feedback_content: z.string().min(1).max(1_000),
  anonymous: z.boolean().optional(),
});

/** Only the page and `order_ids` work; the other filters are marked invalid. */
const toRate = z.strictObject({
  current_page: wholeField.optional(),
  page_size: wholeField.optional(),
  order_ids: z.string().optional(),
  child_order_ids: z.string().optional(),
  order_finish_time_start: z.string().optional(),
  order_finish_time_end: z.string().optional(),
  seller_feedback_status: z.string().optional(),
});

export const evaluationOperations = [
  operation({
    name: 'aliexpress.evaluation.listorderevaluation.get',
    needs: 'evaluate',
    schema: z.strictObject({ trade_evaluation_request: jsonParameter(request) }),
    handle: ({ trade_evaluation_request: wish }, call) => ({
      target_list: list(
        'trade_evaluation_open_dto',
        call.store.world.evaluations
          .filter((one) => one.buyerAtMs <= call.nowMs && fits(one, wish))
          .map((one) => evaluation(one, call.store.world.seller)),
      ),
      time_stamp: time(call.nowMs),
    }),
  }),
  operation({
    name: 'aliexpress.evaluation.evaluation.reply',
    needs: 'evaluate',
    writes: true,
    schema: z.strictObject({
      child_order_id: idParameter,
      parent_order_id: idParameter,
      text: textParameter.min(1).max(1_000),
    }),
    handle: ({ child_order_id: childId, parent_order_id: orderId, text }, call) => ({
      target: !call.isStruck('business-failure') && reply(call, orderId, childId, text),
      time_stamp: time(call.nowMs),
    }),
  }),
  operation({
    name: 'aliexpress.appraise.redefining.savesellerfeedback',
    needs: 'evaluate',
    writes: true,
    schema: z.strictObject({ param1: jsonParameter(feedback) }),
    handle: ({ param1 }, call) => rate(param1, call),
  }),
  operation({
    name: 'aliexpress.appraise.redefining.querysellerevaluationorderlist',
    needs: 'evaluate',
    schema: z.strictObject({ query_d_t_o: jsonParameter(toRate) }),
    handle: ({ query_d_t_o: query }, call) => ordersToRate(query, call),
  }),
];

function fits(one: AliEvaluation, wish: z.output<typeof request>): boolean {
  const validMs = pacificWallMs(one.validUntilMs);
  const completedMs = pacificWallMs(one.completedAtMs);
  return (
    (wish.parent_order_ids?.includes(one.orderId) ?? true) &&
    [undefined, one.productId].includes(wish.product_id) &&
    (wish.buyer_product_ratings?.includes(one.buyerStars) ?? true) &&
    validMs >= (wish.start_valid_date ?? validMs) &&
    validMs <= (wish.end_valid_date ?? validMs) &&
    completedMs >= (wish.start_order_complete_date ?? completedMs) &&
    completedMs <= (wish.end_order_complete_date ?? completedMs)
  );
}

function evaluation(one: AliEvaluation, seller: AliSeller): unknown {
  return {
    order_id: int64(one.childId),
    parent_order_id: int64(one.orderId),
    product_id: int64(one.productId),
    buyer_login_id: one.buyerLoginId,
    buyer_evaluation: String(one.buyerStars),
    buyer_feedback: one.buyerFeedback,
    buyer_fb_date: time(one.buyerAtMs),
    seller_login_id: seller.loginId,
    seller_evaluation: one.sellerStars === null ? null : String(one.sellerStars),
    seller_feedback: one.sellerFeedback === '' ? null : one.sellerFeedback,
    seller_fb_date: time(one.sellerAtMs),
    seller_reply: one.sellerReply === '' ? null : one.sellerReply,
    gmt_create: time(one.completedAtMs),
    gmt_modified: time(one.buyerAtMs),
    gmt_order_complete: time(one.completedAtMs),
    valid_date: time(one.validUntilMs),
  };
}

/** Once a review, and only while it is open. */
function reply(call: Call, orderId: string, childId: string, text: string): boolean {
  const one = call.store.world.evaluations.find(
    (candidate) => candidate.childId === childId && candidate.orderId === orderId,
  );
  const isOpen =
    one !== undefined && one.buyerAtMs <= call.nowMs && call.nowMs < one.validUntilMs && one.sellerReply === '';
  if (!isOpen) return false;
  one.sellerReply = text;
  one.effects.replies += 1;
  return true;
}

function rate(wish: z.output<typeof feedback>, call: Call): unknown {
  const open = call.store.world.evaluations.filter(
    (one) => one.orderId === wish.order_id && one.sellerStars === null && call.nowMs < one.validUntilMs,
  );
  const order = call.store.order(wish.order_id);
  if (open.length === 0 || order === undefined || call.isStruck('business-failure')) {
    return { is_success: false, sub_error_code: 1, error_message: 'the order cannot be rated' };
  }
  for (const one of open) {
    one.sellerStars = wish.score;
    one.sellerFeedback = wish.feedback_content;
    one.sellerAtMs = call.nowMs;
  }
  order.effects.ratings += 1;
  return { is_success: true };
}

function ordersToRate(query: z.output<typeof toRate>, call: Call): unknown {
  const wanted = query.order_ids?.split(',').map((id) => id.trim());
  const open = call.store.world.evaluations.filter(
    (one) => one.sellerStars === null && call.nowMs < one.validUntilMs && (wanted?.includes(one.orderId) ?? true),
  );
  const ids = [...new Set(open.map((one) => one.orderId))];
  const size = Math.min(50, query.page_size ?? 20);
  const begin = ((query.current_page ?? 1) - 1) * size;
  return {
    result: { is_success: true, total_item: ids.length, result_list: list('string', ids.slice(begin, begin + size)) },
  };
}
