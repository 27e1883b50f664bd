import * as z from 'zod';
import { seoulSpaced } from '../answers/seoul-time.ts';
import { int64 } from '../answers/view.ts';
import type { Ticket, TicketReply } from '../claims.ts';
import { badRequest } from '../refusal.ts';
import { readRoute, vendorPath, writeRoute, type Call } from '../route.ts';
import { looseIdField, queryCount, queryId, vendorIdField } from '../schema/fields.ts';
import { isWithin } from '../schema/window.ts';
import { inquiryWindow, numberedPage } from './inquiry-pages.ts';

const listQuery = z.strictObject({
  vendorId: z.string(),
  partnerCounselingStatus: z.enum(['NONE', 'ANSWER', 'NO_ANSWER', 'TRANSFER']),
  inquiryStartAt: z.string().optional(),
  inquiryEndAt: z.string().optional(),
  vendorItemId: queryId.optional(),
  orderId: queryId.optional(),
  pageNum: queryCount(1, 999_999).default(1),
  pageSize: queryCount(1, 30).default(10),
});

const replyBody = z.strictObject({
  vendorId: vendorIdField,
  inquiryId: looseIdField,
  content: z.string().min(1),
  replyBy: z.string(),
  parentAnswerId: looseIdField,
});

/** What the call centre hands over (coupang.md section 10). */
export const callCentreRoutes = [
  readRoute({
    operation: 'listTickets',
    path: vendorPath('v5', 'callCenterInquiries'),
    query: listQuery,
    handle: listTickets,
  }),
  readRoute({
    operation: 'getTicket',
    path: '/v2/providers/openapi/apis/api/v5/vendors/callCenterInquiries/{inquiryId}',
    query: z.strictObject({}),
    handle: (_query, call, { inquiryId = '' }) => ({
      code: 200,
      message: 'OK',
      data: ticketPart(ticketOf(inquiryId, call)),
    }),
  }),
  writeRoute({
    operation: 'answerTicket',
    method: 'POST',
    path: vendorPath('v4', 'callCenterInquiries/{inquiryId}/replies'),
    body: replyBody,
    handle: answerTicket,
  }),
  writeRoute({
    operation: 'confirmTicket',
    method: 'POST',
    path: vendorPath('v4', 'callCenterInquiries/{inquiryId}/confirms'),
    body: z.strictObject({ confirmBy: z.string() }),
    handle: ({ confirmBy }, call, { inquiryId = '' }) => {
      const ticket = ticketOf(inquiryId, call);
      if (confirmBy !== call.store.world.vendor.wingId) throw badRequest('confirmBy is not a user of this vendor');
      if (!isUnconfirmed(ticket)) throw badRequest("The inquiry can't be confirmed.");
      ticket.confirmedBy = confirmBy;
      return { code: '200', message: 'OK' };
    },
  }),
];

function ticketOf(inquiryId: string, { store }: Call): Ticket {
  const ticket = store.ticket(inquiryId);
  if (ticket === undefined) throw badRequest(`inquiryId (${inquiryId}) is not found.`);
  return ticket;
}

function isUnconfirmed(ticket: Ticket): boolean {
  return ticket.kind === 'transfer' && ticket.confirmedBy === null && !ticket.isClosedBySystem;
}

function fits(ticket: Ticket, wanted: z.output<typeof listQuery>['partnerCounselingStatus']): boolean {
  if (wanted === 'NONE') return true;
  if (wanted === 'TRANSFER') return isUnconfirmed(ticket);
  return ticket.counseling === (wanted === 'ANSWER' ? 'answered' : 'requestAnswer');
}

function listTickets(query: z.output<typeof listQuery>, { store }: Call): Record<string, unknown> {
  if (query.vendorId !== store.world.vendor.vendorId) throw badRequest('Invalid vendor ID');
  const window = inquiryWindow(query);
  const fitting = store.world.tickets.filter(
    (ticket) =>
      fits(ticket, query.partnerCounselingStatus) &&
      (query.vendorItemId === undefined || ticket.vendorItemId === query.vendorItemId) &&
      (query.orderId === undefined || ticket.orderId === query.orderId) &&
      (window === null || isWithin(ticket.askedAtMs, window)),
  );
  const data = numberedPage(fitting, { number: query.pageNum, size: query.pageSize }, ticketPart);
  return { code: 200, message: 'OK', data };
}

function answerTicket(
  body: z.output<typeof replyBody>,
  call: Call,
  { inquiryId = '' }: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const { store, nowMs } = call;
  const ticket = ticketOf(inquiryId, call);
  if (body.inquiryId !== inquiryId) throw badRequest(`inquiryId (${body.inquiryId}) is not found.`);
  if (body.vendorId !== store.world.vendor.vendorId) throw badRequest('Invalid vendor ID');
  if (body.replyBy !== store.world.vendor.wingId) throw badRequest('replyBy is not a user of this vendor');
  const parent = ticket.replies.find((reply) => reply.answerId === body.parentAnswerId && reply.needsAnswer);
  if (ticket.status !== 'progress' || ticket.counseling !== 'requestAnswer' || parent === undefined) {
    throw badRequest(
      "The inquiry can't be answer. It can do only inquiryStatus:progress, partnerTransferStatus:requestAnswer",
    );
  }
  parent.needsAnswer = false;
  parent.transferStatus = 'answered';
  ticket.counseling = 'answered';
  ticket.answeredAtMs = nowMs;
  ticket.replies.push({
    answerId: store.newSmallId(),
    parentAnswerId: parent.answerId,
    answerType: 'vendor',
    receptionist: body.replyBy,
    content: body.content,
    atMs: nowMs,
    needsAnswer: false,
    transferStatus: null,
  });
  return { code: '200', message: 'OK' };
}

function ticketPart(ticket: Ticket): Record<string, unknown> {
  return {
    inquiryId: int64(ticket.inquiryId),
    inquiryStatus: ticket.status,
    csPartnerCounselingStatus: ticket.counseling,
    vendorItemId: [int64(ticket.vendorItemId)],
    itemName: ticket.itemName,
    content: ticket.content,
    answeredAt: seoulSpaced(ticket.answeredAtMs),
    replies: ticket.replies.map(replyPart),
    inquiryAt: seoulSpaced(ticket.askedAtMs),
    buyerPhone: ticket.buyerPhone,
    orderId: int64(ticket.orderId),
    orderDate: seoulSpaced(ticket.orderedAtMs),
    receiptCategory: ticket.category,
  };
}

function replyPart(reply: TicketReply): Record<string, unknown> {
  return {
    answerId: int64(reply.answerId),
    parentAnswerId: int64(reply.parentAnswerId),
    receptionist: reply.receptionist,
    replyAt: seoulSpaced(reply.atMs),
    content: reply.content,
    answerType: reply.answerType,
    needAnswer: reply.needsAnswer,
    partnerTransferStatus: reply.transferStatus,
    partnerTransferCompleteReason: 'NONE',
  };
}
