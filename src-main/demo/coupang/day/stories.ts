import type { Random } from '../../random.ts';
import type { Box } from '../box.ts';
import type { CoupangEvent } from '../events.ts';
import { happen } from '../happenings.ts';
import type { WorldStore } from '../store.ts';
import { demoTimings } from '../timings.ts';
import { makeBox, type BoxWish } from './make-box.ts';
import { bringTo, type Stage } from './stages.ts';

const minute = 60_000;
const hour = 60 * minute;

interface Story {
  ageMs: number;
  stage: Stage;
  items?: BoxWish['items'];
  dueInDays?: number;
  /** What is odd about the box before it begins. */
  prepare?: (box: Box) => void;
  /** What happened since, and how long ago. */
  events?: (box: Box) => { agoMs: number; event: CoupangEvent }[];
}

const pair = [
  ['MUG-MOON-350', 2],
  ['CABLE-GRAPH-2M', 1],
] as const;

/** Each thing that goes wrong, once. */
const stories: readonly Story[] = [
  // Due today.
  { ageMs: 47 * hour, stage: 'paid', dueInDays: 2 },
  // The buyer wants one of two back before preparation.
  {
    ageMs: 9 * hour,
    stage: 'paid',
    items: pair,
    events: ({ shipmentBoxId }) => [
      {
        agoMs: 2 * hour,
        event: { event: 'buyer-cancels', shipmentBoxId, vendorItemId: '4279191312', count: 1 },
      },
    ],
  },
  // Being packed, and the buyer wants out.
  {
    ageMs: 20 * hour,
    stage: 'preparing',
    events: ({ shipmentBoxId }) => [{ agoMs: 35 * minute, event: { event: 'buyer-cancels', shipmentBoxId } }],
  },
  // No clearance code: customs will not let it in.
  {
    ageMs: 5 * hour,
    stage: 'paid',
    prepare: (box) => {
      box.customs = { clearanceCode: null, phone: '' };
    },
  },
  // Made to order.
  {
    ageMs: 6 * hour,
    stage: 'paid',
    items: [['KR-MUG-CELADON', 1]],
    prepare: (box) => {
      for (const item of box.items) {
        item.etcInfoHeader = '각인 문구';
        item.etcInfoValues = ['보람이의 컵', '하트 모양으로 부탁드려요'];
      }
    },
  },
  // The platform ships this one itself.
  {
    ageMs: 7 * hour,
    stage: 'paid',
    prepare: (box) => {
      box.shipmentType = 'CGF LITE';
    },
  },
  // Came back broken, and not cheap.
  {
    ageMs: 120 * hour,
    stage: 'delivered',
    items: [['TENT-2P', 1]],
    events: ({ shipmentBoxId }) => [{ agoMs: 26 * hour, event: { event: 'buyer-returns', shipmentBoxId } }],
  },
  // The wrong colour.
  {
    ageMs: 96 * hour,
    stage: 'delivered',
    items: [['MUG-MOON-350', 1]],
    events: ({ shipmentBoxId }) => [
      { agoMs: 8 * hour, event: { event: 'buyer-exchanges', shipmentBoxId } },
      {
        agoMs: 3 * hour,
        event: { event: 'call-centre', shipmentBoxId, content: '교환 회수 일정 문의드립니다.', kind: 'answer' },
      },
    ],
  },
  { ageMs: 60 * hour, stage: 'sent-by-hand' },
  // Somebody asks before buying again.
  {
    ageMs: 200 * hour,
    stage: 'delivered',
    items: [['LAMP-WARM', 1]],
    events: ({ orderId }) => [
      {
        agoMs: 50 * minute,
        event: {
          event: 'ask-question',
          vendorItemId: '4288310077',
          content: '충전하면 몇 시간 사용할 수 있나요?',
          orderIds: [orderId],
        },
      },
    ],
  },
];

/** Tells as many of the stories as there is room for, oldest event first. */
export function tellStories(store: WorldStore, random: Random, nowMs: number, room: number): void {
  const past: { atMs: number; event: CoupangEvent }[] = [];
  for (const [index, story] of stories.slice(0, room).entries()) {
    const box = makeBox(random, {
      serial: index + 1,
      orderedAtMs: nowMs - story.ageMs,
      ...(story.items === undefined ? {} : { items: story.items }),
      ...(story.dueInDays === undefined ? {} : { dueInDays: story.dueInDays }),
    });
    story.prepare?.(box);
    store.addBox(box);
    bringTo(story.stage, store, box, nowMs, demoTimings);
    for (const { agoMs, event } of story.events?.(box) ?? []) past.push({ atMs: nowMs - agoMs, event });
  }
  past.sort((first, second) => first.atMs - second.atMs);
  for (const { atMs, event } of past) happen(store, event, atMs, demoTimings);
}
