import type { Box } from '../box.ts';
import type { WorldStore } from '../store.ts';

/** Somebody asks on the product page; the id of the question. */
export function askQuestion(
  store: WorldStore,
  asked: { vendorItemId: string; content: string; orderIds: string[] },
  atMs: number,
): string {
  const inquiryId = store.newSmallId();
  const item = store.world.boxes.flatMap((box) => box.items).find((one) => one.vendorItemId === asked.vendorItemId);
  store.world.questions.push({
    inquiryId,
    productId: item?.productId ?? '0',
    vendorItemId: asked.vendorItemId,
    content: asked.content,
    askedAtMs: atMs,
    orderIds: asked.orderIds,
    replies: [],
  });
  return inquiryId;
}

/** An agent of the call centre hands a buyer's call to the seller; the id of the ticket. */
export function callCentre(
  store: WorldStore,
  box: Box,
  call: { content: string; kind: 'answer' | 'transfer' },
  atMs: number,
): string {
  const item = box.items[0];
  const inquiryId = store.newSmallId();
  const needsAnswer = call.kind === 'answer';
  store.world.tickets.push({
    inquiryId,
    kind: call.kind,
    status: needsAnswer ? 'progress' : 'complete',
    counseling: needsAnswer ? 'requestAnswer' : 'answered',
    vendorItemId: item?.vendorItemId ?? '0',
    itemName: item?.vendorItemName ?? '',
    content: '상담이력',
    orderId: box.orderId,
    orderedAtMs: box.orderedAtMs,
    buyerPhone: '010-****-0000',
    category: '배송문의>배송지연>발송지연',
    askedAtMs: atMs,
    answeredAtMs: null,
    confirmedBy: null,
    isClosedBySystem: false,
    replies: [
      {
        answerId: store.newSmallId(),
        parentAnswerId: '0',
        answerType: 'csAgent',
        receptionist: '10000058',
        content: `[판매자이관]\n◼주문번호: ${box.orderId}\n◼문의내용: ${call.content}\n`,
        atMs,
        needsAnswer,
        transferStatus: needsAnswer ? 'requestAnswer' : 'none',
      },
    ],
  });
  return inquiryId;
}
