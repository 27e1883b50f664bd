import type { AliIssue, IssueProcess, IssueSolution } from '../after-sales.ts';
import { list } from '../answer-tree.ts';
import { amountText, int64, time } from './values.ts';

/** One dispute of the list. */
export function listIssue(issue: AliIssue): Record<string, unknown> {
  return {
    issue_id: int64(issue.issueId),
    order_id: int64(issue.childId),
    parent_order_id: int64(issue.orderId),
    issue_status: issue.status,
    reason_chinese: issue.reasonChinese,
    reason_english: issue.reasonEnglish,
    buyer_login_id: issue.buyerLoginId,
    gmt_create: time(issue.createdAtMs),
    gmt_modified: time(issue.modifiedAtMs),
  };
}

/** A dispute in full: `result_object` of the detail. */
export function detailIssue(issue: AliIssue): Record<string, unknown> {
  const by = (owner: IssueSolution['owner']): unknown =>
    list(
      'solution_api_dto',
      issue.solutions.filter((one) => one.owner === owner).map((one) => solution(issue, one)),
    );
  return {
    id: int64(issue.issueId),
    order_id: int64(issue.childId),
    parent_order_id: int64(issue.orderId),
    issue_status: issue.status,
    reverse_detail_status: issue.reverseStatus,
    issue_reason: issue.reasonEnglish,
    issue_reason_id: issue.reasonId,
    buyer_login_id: issue.buyerLoginId,
    timeout_type: issue.timeout?.type,
    timeout_trigger_time: time(issue.timeout?.atMs ?? null),
    after_sale_warranty: false,
    product_id: issue.productId,
    product_name: issue.productName,
    product_price: amountText(issue.productCents, issue.currency),
    product_price_currency: issue.currency,
    refund_money_max: amountText(issue.mostRefundCents, issue.currency),
    refund_money_max_currency: issue.currency,
    refund_money_max_local: amountText(issue.mostRefundCents, issue.currency),
    refund_money_max_local_currency: issue.currency,
    buyer_return_no: issue.returnNo === '' ? null : issue.returnNo,
    buyer_return_logistics_company: issue.returnCompany === '' ? null : issue.returnCompany,
    gmt_create: time(issue.createdAtMs),
    buyer_solution_list: by('buyer'),
    seller_solution_list: by('seller'),
    platform_solution_list: by('platform'),
    process_dto_list: list(
      'api_issue_process_dto',
      issue.processes.map((process) => processOf(issue, process)),
    ),
  };
}

function solution(issue: AliIssue, one: IssueSolution): Record<string, unknown> {
  return {
    id: int64(one.solutionId),
    issue_id: int64(issue.issueId),
    order_id: int64(issue.childId),
    solution_owner: one.owner,
    solution_type: one.type,
    refund_money: amountText(one.refundCents, issue.currency),
    refund_money_currency: issue.currency,
    refund_money_post: amountText(one.refundCents, issue.currency),
    refund_money_post_currency: issue.currency,
    content: one.content,
    status: one.status,
    is_default: false,
    reached_type: one.reachedType === '' ? null : one.reachedType,
    reached_time: one.status === 'reached' ? time(one.modifiedAtMs) : null,
    gmt_create: time(one.createdAtMs),
    gmt_modified: time(one.modifiedAtMs),
    version: one.version,
  };
}

function processOf(issue: AliIssue, process: IssueProcess): Record<string, unknown> {
  return {
    id: int64(process.processId),
    issue_id: int64(issue.issueId),
    action_type: process.action,
    content: process.content,
    submit_member_type: process.by,
    receive_goods: false,
    gmt_create: time(process.atMs),
    attachments: list(
      'api_attachment_dto',
      process.attachments.map((path) => ({ file_path: path, owner: process.by, gmt_create: time(process.atMs) })),
    ),
  };
}
