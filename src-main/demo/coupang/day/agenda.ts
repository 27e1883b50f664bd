import { pick, wholeBetween, type Random } from '../../random.ts';
import type { Box } from '../box.ts';
import type { CoupangEvent } from '../events.ts';
import type { WorldStore } from '../store.ts';
import { demoTimings } from '../timings.ts';
import { makeBox } from './make-box.ts';

const minute = 60_000;
const hour = 60 * minute;
const hoursAhead = 8;

/**
 * Writes down what the next hours bring: an order every few minutes, and now and then a buyer who changes their mind, moves, sends
 * something back or asks. What makes no sense any more when its time comes does not happen.
 */
export function writeAgenda(store: WorldStore, random: Random, nowMs: number): void {
  const agenda: { atMs: number; event: CoupangEvent }[] = [];
  const untilMs = nowMs + hoursAhead * hour;
  let serial = store.world.boxes.length;
  for (let atMs = nowMs + 2 * minute; atMs < untilMs; atMs += wholeBetween(random, 4, 14) * minute) {
    serial += 1;
    const box = makeBox(random, { serial, orderedAtMs: atMs, visibleDelayMs: demoTimings.visibleDelayMs });
    agenda.push({ atMs, event: { event: 'add-order', boxes: [box] } });
    const later = secondThoughts(random, box);
    if (later !== null) agenda.push({ atMs: atMs + wholeBetween(random, 6, 50) * minute, event: later });
  }
  for (const box of store.world.boxes) {
    if (box.status !== 'DELIVERING' || random() > 0.3) continue;
    const atMs = nowMs + wholeBetween(random, 60, 60 * hoursAhead) * minute;
    agenda.push({ atMs, event: { event: 'buyer-returns', shipmentBoxId: box.shipmentBoxId } });
  }
  store.world.agenda = agenda.toSorted((first, second) => first.atMs - second.atMs);
}

function secondThoughts(random: Random, { shipmentBoxId, orderId, items }: Box): CoupangEvent | null {
  const dice = random();
  if (dice < 0.08) return { event: 'buyer-cancels', shipmentBoxId };
  if (dice < 0.14) return { event: 'change-address', shipmentBoxId, receiver: { addr2: '203동 1204호' } };
  if (dice < 0.2) {
    const content = pick(random, ['언제 발송되나요?', '색상 변경 가능한가요?', '선물 포장 되나요?']);
    return { event: 'ask-question', vendorItemId: items[0]?.vendorItemId ?? '0', content, orderIds: [orderId] };
  }
  return null;
}
