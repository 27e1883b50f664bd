import type { Random } from '../../random.ts';
import { askRefund } from '../happenings.ts';
import { rateByBuyer } from '../rules/rating.ts';
import type { WorldStore } from '../store.ts';
import type { TaobaoTimings } from '../timings.ts';
import type { TaobaoTrade } from '../trade.ts';
import { makeTrade, type TradeWish } from './make-trade.ts';
import { bringTo } from './stages.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

interface Scene {
  store: WorldStore;
  nowMs: number;
  timings: TaobaoTimings;
}

/** An order with something about it that the app has to notice. */
interface Story {
  /** How long ago it was made. */
  agoMs: number;
  lines: NonNullable<TradeWish['lines']>;
  isPaid?: boolean;
  tell?: (trade: TaobaoTrade, scene: Scene) => void;
}

const stories: readonly Story[] = [
  { agoMs: 50 * hour, lines: [['SOCKS-SAGE-1618', 3]] },
  { agoMs: 47.5 * hour, lines: [['MUG-MOON-350', 2]] },
  { agoMs: 5 * hour, lines: [['SCARF-GREY-180', 1]] },
  { agoMs: 26 * minute, lines: [['COMB-BEECH-18', 1]] },
  { agoMs: 21 * minute, lines: [['CABLE-GRAPH-2M', 2]] },
  { agoMs: 3 * hour, lines: [['LAMP-WARM', 1]], tell: writeNote },
  {
    agoMs: 7 * hour,
    lines: [
      ['MUG-CELADON-350', 1],
      ['NAPK-SAGE-4', 1],
      ['STAND-NAT', 1],
    ],
    tell: mistypePrice,
  },
  { agoMs: 9 * hour, lines: [['NOTE-OAT-A5', 1]], tell: wantsMoneyBack },
  { agoMs: 30 * hour, lines: [['BAGS-NAVY-6', 1]], tell: mustUseCarrier },
  { agoMs: 2 * hour, lines: [['STAND-NAT', 2]], tell: forbidShipping },
  { agoMs: 40 * minute, lines: [['NAPK-RUST-4', 1]], isPaid: false },
  { agoMs: 20 * hour, lines: [['SCARF-CAMEL-180', 1]], isPaid: false, tell: beginPreSale },
  { agoMs: 6 * day, lines: [['MUG-MOON-350', 1]], tell: wantsToReturn },
  { agoMs: 8 * day, lines: [['SOCKS-ROSE-1618', 1]], tell: badRating },
  { agoMs: 4 * hour, lines: [['COMB-BEECH-18', 2]], tell: becomeStrange },
  {
    agoMs: 6 * hour,
    lines: [
      ['NOTE-CHAR-A5', 1],
      ['CABLE-GRAPH-2M', 1],
    ],
    tell: closeOneLine,
  },
];

/** Which story is whose buyer's second order: the two may travel together. */
const sameBuyer = { first: 3, second: 4 };

export function tellStories(random: Random, scene: Scene, most: number): void {
  const trades = stories.slice(0, most).map((story, index) => {
    const trade = makeTrade(random, {
      serial: index + 1,
      createdMs: scene.nowMs - story.agoMs,
      items: scene.store.world.items,
      lines: story.lines,
      ...(story.isPaid === undefined ? {} : { isPaid: story.isPaid }),
    });
    scene.store.addTrade(trade);
    return trade;
  });
  const [first, second] = [trades[sameBuyer.first], trades[sameBuyer.second]];
  if (first !== undefined && second !== undefined) {
    second.receiver = { ...first.receiver };
    second.buyerNick = first.buyerNick;
    second.buyerOpenUid = first.buyerOpenUid;
  }
  trades.forEach((trade, index) => stories[index]?.tell?.(trade, scene));
}

function writeNote(trade: TaobaoTrade): void {
  trade.buyerMessage =
    '送给妈妈的生日礼物，请不要放小票，包装麻烦用礼盒，卡片上写“生日快乐，爱你的女儿”。最好周五前到，谢谢老板！';
  trade.sellerFlag = 2;
  trade.sellerMemo = '礼盒，写卡片';
}

/** The price of the last line went online with its point one place too far left. */
function mistypePrice(trade: TaobaoTrade): void {
  const order = trade.orders.at(-1);
  if (order !== undefined) order.priceFen = Math.round(order.priceFen / 10);
}

function wantsMoneyBack(trade: TaobaoTrade, { store, nowMs, timings }: Scene): void {
  askRefund(
    store,
    { oid: trade.tid, reason: '拍错/多拍/不想要', description: '拍错颜色了' },
    nowMs - 50 * minute,
    timings,
  );
}

/** The platform's own rule: one of these carriers or none. */
function mustUseCarrier(trade: TaobaoTrade): void {
  const promiseMs = (trade.payMs ?? trade.createdMs) + 48 * hour;
  trade.deliveryRule = {
    kind: 2,
    whiteCompanies: ['SF', 'ZTO'],
    blackCompanies: [],
    promiseOutboundMs: promiseMs,
    promiseCollectMs: promiseMs + 12 * hour,
  };
}

/** A group that is not complete: paid, and shipping is forbidden for an hour. */
function forbidShipping(trade: TaobaoTrade, { nowMs }: Scene): void {
  trade.status = 'PAID_FORBID_CONSIGN';
  for (const order of trade.orders) order.status = 'PAID_FORBID_CONSIGN';
  trade.script.push({ atMs: nowMs + hour, what: 'allow-consign' });
}

function beginPreSale(trade: TaobaoTrade, { nowMs }: Scene): void {
  trade.type = 'step';
  trade.stepTradeStatus = 'FRONT_PAID_FINAL_NOPAID';
  trade.stepPaidFen = 3_000;
  trade.script = [{ atMs: nowMs + 90 * minute, what: 'pay' }];
}

function wantsToReturn(trade: TaobaoTrade, { store, nowMs, timings }: Scene): void {
  bringTo('shipped', store, trade, timings);
  trade.script = [];
  const wish = {
    oid: trade.tid,
    disputeType: 'REFUND_AND_RETURN' as const,
    reason: '质量问题',
    description: '杯口有裂纹',
  };
  askRefund(store, wish, nowMs - 3 * hour, timings);
}

function badRating(trade: TaobaoTrade, { store, nowMs, timings }: Scene): void {
  bringTo('finished', store, trade, timings);
  trade.script = [];
  rateByBuyer(store, trade, { result: 'bad', content: '袜子洗一次就起球了，不推荐' }, nowMs - 2 * day);
}

/** A word that no document knows yet. */
function becomeStrange(trade: TaobaoTrade): void {
  trade.status = 'WAIT_CUSTOMS_REVIEW';
  for (const order of trade.orders) order.status = 'WAIT_CUSTOMS_REVIEW';
}

/** One of two lines is refunded already: only the other may be shipped. */
function closeOneLine(trade: TaobaoTrade, { nowMs }: Scene): void {
  const order = trade.orders[1];
  if (order === undefined) return;
  order.status = 'TRADE_CLOSED';
  order.refundStatus = 'SUCCESS';
  order.endMs = nowMs - 2 * hour;
  trade.modifiedMs = nowMs - 2 * hour;
}
