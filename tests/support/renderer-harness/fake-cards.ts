import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { LANES, type Lane } from '../../../src-main/core/order/lane.ts';
import { LIFECYCLE } from '../../../src-main/core/order/moves.ts';
import { ROWS, type Row } from './fake-rows.ts';
import { PICTURES } from './pictures.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export function movesOf(lane: Lane | null): CardView['moves'] {
  return Object.fromEntries(
    LANES.map((target) => [target, lane === null ? { refusal: 'order-closed' } : LIFECYCLE[lane][target]]),
  ) as CardView['moves'];
}

function cardOf(lane: Lane, row: Row, index: number, nowMs: number): CardView {
  const [platform, remoteId, dueInMs, picture, title, variant, quantity, country, service, extra = {}] = row;
  const sinceDays = extra.sinceMs ?? null;
  return {
    orderId: `${lane}-${index}`,
    shopId: `shop-${platform}`,
    platform,
    lane,
    remoteId,
    title,
    variant,
    sku: `SKU-${remoteId.slice(-4)}`,
    picture: PICTURES[picture],
    quantity,
    lineCount: 1,
    country,
    service,
    stage: lane === 'in-transit' ? 'in-transit' : 'to-hand-over',
    rawStatus: 'awaiting_deliver',
    dueAtMs: dueInMs === null ? null : nowMs + dueInMs,
    hasBuyerNote: false,
    hasLabel: false,
    isLabelled: lane === 'labelled',
    trackingNumber: null,
    check: null,
    checkCount: 0,
    holdReason: null,
    caseKind: null,
    step: null,
    moves: movesOf(lane),
    ...extra,
    sinceMs: sinceDays === null ? null : nowMs - sinceDays * DAY,
  };
}

/** The hand-written cards, and as many more as wanted, later and later. */
export function fakeCards(nowMs: number, extra: number): CardView[] {
  const cards = LANES.flatMap((lane) => ROWS[lane].map((row, index) => cardOf(lane, row, index, nowMs)));
  for (let index = 0; index < extra; index += 1) {
    const lane = LANES[index % 4] ?? 'new';
    const row = ROWS[lane][3] ?? ROWS[lane][0];
    if (row === undefined) continue;
    const card = cardOf(lane, row, 1_000 + index, nowMs);
    const { check: _check, ...rest } = card;
    cards.push({
      ...rest,
      check: null,
      holdReason: null,
      step: null,
      remoteId: `7${String(index).padStart(12, '0')}`,
      dueAtMs: nowMs + 4 * DAY + index * MINUTE,
    });
  }
  return cards;
}
