import type { AliOrder } from '../order.ts';
import type { AliStore } from '../store.ts';
import type { AliTimings } from '../timings.ts';

const words: readonly (readonly [stars: number, text: string])[] = [
  [5, 'Всё отлично, упаковано надёжно. Спасибо!'],
  [5, 'Chegou antes do prazo, recomendo.'],
  [4, 'Buen producto, el envío tardó un poco.'],
  [5, 'Exactly as described. Would buy again.'],
  [3, '색상이 사진과 조금 달라요.'],
  [2, 'One piece arrived with a scratch.'],
  [5, 'Très bien.'],
];

/** A success opens the 30 days of reviews; the buyer writes after a while. What one writes hangs on the line's id alone. */
export function openEvaluations(store: AliStore, order: AliOrder, atMs: number, timings: AliTimings): void {
  for (const line of order.lines) {
    const chosen = words[Number(BigInt(line.childId) % BigInt(words.length))];
    if (chosen === undefined || line.endReason !== '') continue;
    store.world.evaluations.push({
      childId: line.childId,
      orderId: order.orderId,
      productId: line.productId,
      buyerLoginId: order.buyer.loginId,
      buyerStars: chosen[0],
      buyerFeedback: chosen[1],
      buyerAtMs: atMs + timings.reviewDelayMs,
      completedAtMs: atMs,
      validUntilMs: atMs + timings.reviewLifeMs,
      sellerReply: '',
      sellerStars: null,
      sellerFeedback: '',
      sellerAtMs: null,
      effects: { replies: 0 },
    });
  }
}
