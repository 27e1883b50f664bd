import type { OzonPosting } from '../ozon/posting.ts';
import { demoTimings } from '../ozon/timings.ts';
import type { Integration } from '../ozon/world.ts';
import type { Random } from '../random.ts';
import { makePosting, type PostingWish } from './make-posting.ts';
import { bringTo, setStage } from './stages.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** An order with something about it that the app has to notice. */
interface StoryOrder {
  integration: Integration;
  /** The deadline, counted from now; negative is late. */
  dueInMs: number;
  items: PostingWish['items'];
  tell?: (posting: OzonPosting, nowMs: number) => void;
}

const longNote =
  'Здравствуйте! Это подарок бабушке на юбилей, поэтому очень прошу упаковать покрепче и не вкладывать чек с ценой. ' +
  'Если цвета «шалфей» нет, замените, пожалуйста, на терракотовый — или напишите мне, я отвечу в течение часа. ' +
  'Подъезд во дворе, домофон 47К, звонить два раза; собака лает, но не кусается. Спасибо большое!';

const stories: readonly StoryOrder[] = [
  { integration: 'aggregator', dueInMs: -5 * hour, items: [['SOCKS-SAGE-1618', 3]] },
  { integration: 'aggregator', dueInMs: -32 * minute, items: [['MUG-MOON-350', 2]] },
  { integration: 'ozon', dueInMs: -4 * minute, items: [['BAKE-BRICK-4030', 2]] },
  { integration: 'aggregator', dueInMs: 41 * minute, items: [['LAMP-WARM', 1]] },
  { integration: '3pl_tracking', dueInMs: 57 * minute, items: [['CABLE-GRAPH-2M', 1]] },
  { integration: 'aggregator', dueInMs: 57 * minute, items: [['SCARF-CAMEL-180', 1]] },
  { integration: 'non_integrated', dueInMs: 9 * hour, items: [['NOTE-CHAR-A5', 1]], tell: breakAddress },
  { integration: '3pl_tracking', dueInMs: 26 * hour, items: [['NAPK-SAGE-4', 1]], tell: writeNote },
  { integration: 'aggregator', dueInMs: 30 * hour, items: [['SCARF-GREY-180', 1]] },
  { integration: '3pl_tracking', dueInMs: 31 * hour, items: [['STAND-NAT', 2]] },
  { integration: '3pl_tracking', dueInMs: 50 * hour, items: [['COMB-BEECH-18', 1]] },
  {
    integration: '3pl_tracking',
    dueInMs: 51 * hour,
    items: [
      ['CLIPS-MIX-10', 2],
      ['CABLE-GRAPH-2M', 1],
    ],
  },
  { integration: 'aggregator', dueInMs: 6 * hour, items: [['BAGS-NAVY-6', 1]], tell: failShipping },
  { integration: 'aggregator', dueInMs: 54 * hour, items: [['MUG-CELADON-350', 1]], tell: awaitPassport },
  { integration: 'aggregator', dueInMs: 20 * hour, items: [['NOTE-OAT-A5', 1]], tell: becomeStrange },
  { integration: 'aggregator', dueInMs: -3 * day, items: [['LAMP-WARM', 1]], tell: dispute },
  { integration: 'aggregator', dueInMs: 11 * hour, items: [['NAPK-RUST-4', 1]], tell: cancelAfterShipping },
  {
    integration: 'aggregator',
    dueInMs: 28 * hour,
    items: [['SOCKS-ROSE-1618', 1]],
    tell: (posting, nowMs) => bringTo('registering', posting, nowMs, demoTimings),
  },
];

/** Which story is whose buyer's second order, and which buyer asks to cancel. */
const sameBuyer = { first: 10, second: 11 };
const asksToCancel = 9;

export interface Stories {
  postings: OzonPosting[];
  /** The posting whose buyer asks to cancel; null when the day is too small for it. */
  cancellationAskedFor: string | null;
}

export function tellStories(random: Random, nowMs: number, most: number): Stories {
  const postings = stories.slice(0, most).map((story, index) => {
    const shipmentDateMs = nowMs + story.dueInMs;
    const inProcessAtMs = Math.min(shipmentDateMs - 30 * hour, nowMs - (index + 1) * 7 * minute);
    const wish = {
      serial: index + 1,
      nowMs,
      integration: story.integration,
      inProcessAtMs,
      shipmentDateMs,
      items: story.items,
    };
    const posting = makePosting(random, { ...wish, items: story.items ?? [] });
    story.tell?.(posting, nowMs);
    return posting;
  });
  shareBuyer(postings);
  return { postings, cancellationAskedFor: postings[asksToCancel]?.postingNumber ?? null };
}

function shareBuyer(postings: OzonPosting[]): void {
  const [first, second] = [postings[sameBuyer.first], postings[sameBuyer.second]];
  if (first === undefined || second === undefined) return;
  second.customer = structuredClone(first.customer);
  second.destination = { ...first.destination };
}

/** No postcode, and a street without a house: such a parcel comes back. */
function breakAddress(posting: OzonPosting): void {
  if (posting.customer === null) return;
  const address = posting.customer.address;
  posting.customer.address = { ...address, zipCode: '', addressTail: address.addressTail.split(',')[0] ?? '' };
}

function writeNote(posting: OzonPosting): void {
  if (posting.customer !== null) posting.customer.address.comment = longNote;
}

function failShipping(posting: OzonPosting, nowMs: number): void {
  posting.effects.shipCalls = 1;
  setStage(posting, 'awaiting_packaging', 'ship_failed', nowMs - 12 * minute);
}

/** Customs wants the buyer's passport data; they come in a quarter of an hour. */
function awaitPassport(posting: OzonPosting, nowMs: number): void {
  setStage(posting, 'awaiting_packaging', 'posting_awaiting_passport_data', nowMs - hour);
  posting.script = [{ atMs: nowMs + 15 * minute, status: 'awaiting_packaging', substatus: 'posting_created' }];
}

/** A word that no document knows yet. */
function becomeStrange(posting: OzonPosting, nowMs: number): void {
  setStage(posting, 'awaiting_marking_check', 'posting_marking_check', nowMs - 2 * hour);
}

function dispute(posting: OzonPosting, nowMs: number): void {
  bringTo('on-its-way', posting, nowMs, demoTimings);
  posting.script = [];
  setStage(posting, 'arbitration', 'posting_in_arbitration', nowMs - 5 * hour);
}

/** The label may be on the parcel already: it has to be stopped. */
function cancelAfterShipping(posting: OzonPosting, nowMs: number): void {
  bringTo('packed', posting, nowMs, demoTimings);
  setStage(posting, 'cancelled', 'posting_canceled', nowMs - 25 * minute);
  posting.labelReadyAtMs = null;
  posting.cancellation = {
    reasonId: '505',
    reason: 'Покупатель отменил заказ',
    type: 'customer',
    afterShip: true,
    affectsRating: false,
  };
}
