import * as z from 'zod';
import type { AliIssue, IssueSolution } from '../after-sales.ts';
import { list } from '../answer-tree.ts';
import { detailIssue, listIssue } from '../answers/issue.ts';
import { centFactor } from '../answers/values.ts';
import { decimalField, idField, idParameter, jsonParameter, textParameter, truthField, wholeField } from '../fields.ts';
import { operation, type Call } from '../operation.ts';
import { invalidParameter, missingParameter, Refusal } from '../refusal.ts';
import { newSolution, reach } from '../rules/issues.ts';

const listQuery = z.strictObject({
  current_page: wholeField.pipe(z.number().min(1)),
  page_size: wholeField.pipe(z.number().min(1).max(50)),
  issue_status: z.enum(['processing', 'canceled_issue', 'finish']).optional(),
  order_no: idField.optional(),
  buyer_login_id: z.string().optional(),
});

const saveField = z.strictObject({
  issue_id: idField,
  buyer_login_id: z.string().min(1),
  add_seller_solution: truthField,
  add_solution_type: z.enum(['refund', 'return_and_refund']),
  /** 0 refuses: a counter-offer of nothing. */
  refund_amount: decimalField,
  refund_amount_currency: z.string().length(3),
  solution_context: z.string().min(1),
  buyer_solution_id: idField.optional(),
  modify_seller_solution_id: idField.optional(),
  return_good_address_id: idField.optional(),
});

const key = { issue_id: idParameter, buyer_login_id: textParameter.min(1) };

export const issueOperations = [
  operation({
    name: 'aliexpress.issue.issuelist.get',
    needs: 'refund',
    schema: z.strictObject({ query_dto: jsonParameter(listQuery) }),
    handle: ({ query_dto: query }, call) => listIssues(query, call),
  }),
  operation({
    name: 'aliexpress.issue.detail.get',
    needs: 'refund',
    schema: z.strictObject(key),
    handle: (query, call) => ({ result_object: detailIssue(issueOf(query.issue_id, query.buyer_login_id, call)) }),
  }),
  operation({
    name: 'aliexpress.issue.solution.agree',
    needs: 'refund',
    writes: true,
    schema: z.strictObject({ ...key, solution_id: idParameter, return_address_id: idParameter.optional() }),
    handle: agree,
  }),
  operation({
    name: 'aliexpress.issue.solution.save',
    needs: 'refund',
    writes: true,
    schema: z.strictObject({ param_dto: jsonParameter(saveField) }),
    handle: ({ param_dto: wish }, call) => save(wish, call),
  }),
  operation({
    name: 'aliexpress.issue.image.upload',
    needs: 'refund',
    writes: true,
    schema: z.strictObject({ ...key, extension: z.enum(['jpg', 'jpeg', 'png']) }),
    handle: uploadImage,
  }),
];

function listIssues(query: z.output<typeof listQuery>, call: Call): unknown {
  const all = call.store.world.issues.filter(
    (issue) =>
      [undefined, issue.status].includes(query.issue_status) &&
      (query.order_no === undefined || issue.orderId === query.order_no || issue.childId === query.order_no) &&
      [undefined, issue.buyerLoginId].includes(query.buyer_login_id),
  );
  const begin = (query.current_page - 1) * query.page_size;
  return {
    current_page: query.current_page,
    page_size: query.page_size,
    total_item: all.length,
    data_list: list(
      'issue_api_issue_dto',
      all
        .toReversed()
        .slice(begin, begin + query.page_size)
        .map(listIssue),
    ),
  };
}

/** Both must fit. Throws Refusal; the documents give these operations no words of their own for a failure. */
function issueOf(issueId: string, buyerLoginId: string, call: Call): AliIssue {
  const issue = call.store.issue(issueId);
  if (issue === undefined || issue.buyerLoginId !== buyerLoginId)
    throw invalidParameter('issue_id', 'the dispute does not exist');
  return issue;
}

function openIssueOf(issueId: string, buyerLoginId: string, call: Call): AliIssue {
  const issue = issueOf(issueId, buyerLoginId, call);
  if (issue.status !== 'processing') throw refused(`the dispute is over: ${issue.status}`);
  return issue;
}

function refused(text: string): Refusal {
  return new Refusal('ISP', 'IssueOperationRefused', text);
}

/** Only what waits for the seller can be agreed to; a return needs the address to send to. */
function agree(
  wish: { issue_id: string; buyer_login_id: string; solution_id: string; return_address_id?: string | undefined },
  call: Call,
): unknown {
  const issue = openIssueOf(wish.issue_id, wish.buyer_login_id, call);
  const solution = issue.solutions.find((one) => one.solutionId === wish.solution_id);
  if (solution === undefined) throw invalidParameter('solution_id', 'the solution does not exist');
  if (call.isStruck('business-failure') || !isForSeller(solution)) return { result_object: false };
  if (solution.type === 'return_and_refund') checkReturnAddress(wish.return_address_id, 'return_address_id', call);
  issue.effects.agreed += 1;
  addProcess(issue, 'seller_accept', solution.content, call);
  reach(call.store, issue, solution, 'negotiation_consensus', call.nowMs, call.timings);
  return { result_object: true };
}

function isForSeller(solution: IssueSolution): boolean {
  return solution.status === 'wait_seller_accept' || solution.status === 'wait_buyer_and_seller_accept';
}

function checkReturnAddress(addressId: string | undefined, name: string, call: Call): void {
  if (addressId === undefined) throw missingParameter(name);
  const isKnown = call.store.world.seller.addresses.some((one) => one.kind === 'refund' && one.addressId === addressId);
  if (!isKnown) throw invalidParameter(name, 'no refund address has this id');
}

/** A counter-offer, new or changed. The buyer's own wish stays on the table. */
function save(wish: z.output<typeof saveField>, call: Call): unknown {
  const issue = openIssueOf(wish.issue_id, wish.buyer_login_id, call);
  const refundCents = Math.round(wish.refund_amount * centFactor(issue.currency));
  if (wish.refund_amount_currency !== issue.currency) throw invalidParameter('refund_amount_currency', issue.currency);
  if (refundCents > issue.mostRefundCents) throw invalidParameter('refund_amount', 'more than refund_money_max');
  if (wish.add_solution_type === 'return_and_refund') {
    checkReturnAddress(wish.return_good_address_id, 'return_good_address_id', call);
  }
  if (call.isStruck('business-failure')) return { result_object: false };
  const offer = { type: wish.add_solution_type, refundCents, content: wish.solution_context };
  if (wish.add_seller_solution) addOffer(issue, wish.buyer_solution_id, offer, call);
  else changeOffer(issue, wish.modify_seller_solution_id, offer, call);
  issue.effects.saved += 1;
  issue.reverseStatus = 'wait_for_buyer_response';
  issue.timeout = null;
  issue.modifiedAtMs = call.nowMs;
  return { result_object: true };
}

type Offer = Pick<IssueSolution, 'type' | 'refundCents' | 'content'>;

function addOffer(issue: AliIssue, answersId: string | undefined, offer: Offer, call: Call): void {
  if (answersId === undefined) throw missingParameter('buyer_solution_id');
  const answered = issue.solutions.find((one) => one.solutionId === answersId && one.owner === 'buyer');
  if (answered === undefined) throw invalidParameter('buyer_solution_id', 'the solution does not exist');
  issue.solutions.push(newSolution(call.store, { ...offer, owner: 'seller', atMs: call.nowMs }));
  addProcess(issue, 'seller_create_solution', offer.content, call);
}

function changeOffer(issue: AliIssue, changedId: string | undefined, offer: Offer, call: Call): void {
  if (changedId === undefined) throw missingParameter('modify_seller_solution_id');
  const changed = issue.solutions.find((one) => one.solutionId === changedId && one.owner === 'seller');
  if (changed === undefined) throw invalidParameter('modify_seller_solution_id', 'the solution does not exist');
  Object.assign(changed, {
    ...offer,
    modifiedAtMs: call.nowMs,
    version: changed.version + 1,
    status: 'wait_buyer_accept',
  });
  addProcess(issue, 'seller_modify_solution', offer.content, call);
}

function addProcess(issue: AliIssue, action: string, content: string, call: Call): void {
  const processId = call.store.newId();
  issue.processes.push({ processId, action, by: 'seller', content, atMs: call.nowMs, attachments: [] });
}

/** The bytes come as a file, which is not signed. */
function uploadImage(wish: { issue_id: string; buyer_login_id: string; extension: string }, call: Call): unknown {
  const issue = openIssueOf(wish.issue_id, wish.buyer_login_id, call);
  const bytes = call.files.get('image_bytes');
  if (bytes === undefined || bytes.length === 0) throw missingParameter('image_bytes');
  const processId = call.store.newId();
  const path = `https://ae01.alicdn.com/kf/${processId}.${wish.extension}`;
  issue.processes.push({
    processId,
    action: 'seller_create_solution',
    by: 'seller',
    content: '',
    atMs: call.nowMs,
    attachments: [path],
  });
  issue.effects.images += 1;
  return { result_object: true };
}
