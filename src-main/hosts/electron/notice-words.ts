import type { Notice, PlatformCount } from '../../app/ports/notifier.ts';
import type { Rung } from '../../core/deadline/ladder.ts';
import type { PlatformId } from '../../core/shared/platform.ts';

export type Locale = 'zh-CN' | 'zh-TW' | 'en';

/** Names and lines of the tray. */
export interface TrayWords {
  readonly app: string;
  readonly open: string;
  readonly today: string;
  /** A tick that lets notices through or keeps them back. */
  readonly notices: string;
  readonly quit: string;
  leaving(today: number, late: number): string;
  newOnes(count: number): string;
  silentOnes(count: number): string;
}

interface Words extends TrayWords {
  readonly platform: Readonly<Record<PlatformId, string>>;
  newOrders(count: number, shop: string, platform: string): string;
  newOrdersBody: string;
  silent(shop: string): string;
  silentBody: string;
  expires(shop: string, days: number): string;
  expiresBody: string;
  missed(shop: string, count: number): string;
  missedBody: string;
  ordersDue(rung: Rung, count: number): string;
  casesDue(rung: Rung, count: number): string;
  repliesDue(rung: Rung, count: number): string;
  inTray: string;
  inTrayBody: string;
}

const HOURS: Readonly<Record<Exclude<Rung, 'over'>, number>> = { day: 24, 'four-hours': 4, hour: 1 };

const NAMES = { amazon: 'Amazon', ozon: 'Ozon', coupang: 'Coupang' } as const;

const SIMPLIFIED: Words = {
  app: '出单',
  open: '打开出单',
  today: '今天',
  notices: '系统通知',
  quit: '退出',
  platform: { ...NAMES, aliexpress: '速卖通', taobao: '淘宝' },
  newOrders: (count, shop, platform) => `${platform} ${shop}：${count} 个新订单`,
  newOrdersBody: '点击查看。',
  silent: (shop) => `${shop} 没有同步`,
  silentBody: '可能漏单。点击查看原因和办法。',
  expires: (shop, days) => (days <= 0 ? `${shop} 的授权已到期` : `${shop} 的授权还剩 ${days} 天`),
  expiresBody: '到期后收不到新订单。点击更换。',
  missed: (shop, count) => `${shop}：对账补回 ${count} 个订单`,
  missedBody: '自动同步没有带回它们。点击查看差异。',
  ordersDue: (rung, count) =>
    rung === 'over' ? `${count} 单超时了，还没发` : `${count} 单要在 ${HOURS[rung]} 小时内发走`,
  casesDue: (rung, count) =>
    rung === 'over' ? `${count} 个售后过了期限` : `${count} 个售后要在 ${HOURS[rung]} 小时内处理`,
  repliesDue: (rung, count) =>
    rung === 'over' ? `${count} 个买家等回复，已经超时` : `${count} 个买家要在 ${HOURS[rung]} 小时内回复`,
  inTray: '出单还在运行',
  inTrayBody: '窗口收到托盘了，同步和提醒照常。从托盘退出。',
  leaving: (today, late) => `今天要发 ${today} 单${late > 0 ? `，迟了 ${late} 单` : ''}`,
  newOnes: (count) => `${count} 个新订单`,
  silentOnes: (count) => `${count} 个店铺没有同步`,
};

const TRADITIONAL: Words = {
  app: '出單',
  open: '開啟出單',
  today: '今天',
  notices: '系統通知',
  quit: '結束',
  platform: { ...NAMES, aliexpress: '速賣通', taobao: '淘寶' },
  newOrders: (count, shop, platform) => `${platform} ${shop}：${count} 筆新訂單`,
  newOrdersBody: '點選查看。',
  silent: (shop) => `${shop} 沒有同步`,
  silentBody: '可能漏單。點選查看原因和辦法。',
  expires: (shop, days) => (days <= 0 ? `${shop} 的授權已到期` : `${shop} 的授權還剩 ${days} 天`),
  expiresBody: '到期後收不到新訂單。點選更換。',
  missed: (shop, count) => `${shop}：對帳補回 ${count} 筆訂單`,
  missedBody: '自動同步沒有帶回它們。點選查看差異。',
  ordersDue: (rung, count) =>
    rung === 'over' ? `${count} 筆超時了，還沒寄` : `${count} 筆要在 ${HOURS[rung]} 小時內寄出`,
  casesDue: (rung, count) =>
    rung === 'over' ? `${count} 件售後過了期限` : `${count} 件售後要在 ${HOURS[rung]} 小時內處理`,
  repliesDue: (rung, count) =>
    rung === 'over' ? `${count} 位買家等回覆，已經超時` : `${count} 位買家要在 ${HOURS[rung]} 小時內回覆`,
  inTray: '出單還在執行',
  inTrayBody: '視窗收到系統匣了，同步和提醒照常。從系統匣結束。',
  leaving: (today, late) => `今天要寄 ${today} 筆${late > 0 ? `，遲了 ${late} 筆` : ''}`,
  newOnes: (count) => `${count} 筆新訂單`,
  silentOnes: (count) => `${count} 個店鋪沒有同步`,
};

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const ENGLISH: Words = {
  app: 'Chudan',
  open: 'Open Chudan',
  today: 'Today',
  notices: 'Desktop notices',
  quit: 'Quit',
  platform: { ...NAMES, aliexpress: 'AliExpress', taobao: 'Taobao' },
  newOrders: (count, shop, platform) => `${plural(count, 'new order', 'new orders')} in ${shop} (${platform})`,
  newOrdersBody: 'Click to see.',
  silent: (shop) => `${shop} is not syncing`,
  silentBody: 'Orders may be missed. Click to see why and what to do.',
  expires: (shop, days) =>
    days <= 0 ? `The key of ${shop} has expired` : `The key of ${shop} expires in ${plural(days, 'day', 'days')}`,
  expiresBody: 'No new orders come in after that. Click to replace it.',
  missed: (shop, count) => `${shop}: ${plural(count, 'order', 'orders')} found by the nightly comparison`,
  missedBody: 'The sync had not brought them. Click to see the differences.',
  ordersDue: (rung, count) =>
    rung === 'over'
      ? `${plural(count, 'order is', 'orders are')} late and still here`
      : `${plural(count, 'order', 'orders')} must leave within ${plural(HOURS[rung], 'hour', 'hours')}`,
  casesDue: (rung, count) =>
    rung === 'over'
      ? `${plural(count, 'case is', 'cases are')} past the due time`
      : `${plural(count, 'case needs', 'cases need')} an answer within ${plural(HOURS[rung], 'hour', 'hours')}`,
  repliesDue: (rung, count) =>
    rung === 'over'
      ? `${plural(count, 'buyer is', 'buyers are')} still waiting for a reply, too late`
      : `${plural(count, 'buyer wants', 'buyers want')} a reply within ${plural(HOURS[rung], 'hour', 'hours')}`,
  inTray: 'Chudan is still at work',
  inTrayBody: 'The window is in the tray; syncing and alarms go on. Quit from the tray.',
  leaving: (today, late) => `${today} to ship today${late > 0 ? `, ${late} late` : ''}`,
  newOnes: (count) => plural(count, 'new order', 'new orders'),
  silentOnes: (count) => plural(count, 'shop is not syncing', 'shops are not syncing'),
};

const WORDS: Readonly<Record<Locale, Words>> = { 'zh-CN': SIMPLIFIED, 'zh-TW': TRADITIONAL, en: ENGLISH };

/** Title and body of a notice of the system. Shop names are the seller's own; nothing of a buyer is in them. */
export function noticeWords(notice: Notice, locale: Locale): { readonly title: string; readonly body: string } {
  const words = WORDS[locale];
  switch (notice.kind) {
    case 'new-orders': {
      const platform = words.platform[notice.platform];
      return { title: words.newOrders(notice.orderIds.length, notice.shopName, platform), body: words.newOrdersBody };
    }
    case 'shop-silent':
      return { title: words.silent(notice.shopName), body: words.silentBody };
    case 'key-expires':
      return { title: words.expires(notice.shopName, notice.days), body: words.expiresBody };
    case 'orders-missed':
      return { title: words.missed(notice.shopName, notice.count), body: words.missedBody };
    case 'orders-due':
      return {
        title: words.ordersDue(notice.rung, sumOf(notice.platforms)),
        body: platformLine(words, notice.platforms),
      };
    case 'replies-due':
      return {
        title: words.repliesDue(notice.rung, sumOf(notice.platforms)),
        body: platformLine(words, notice.platforms),
      };
    case 'cases-due':
      return {
        title: words.casesDue(notice.rung, sumOf(notice.platforms)),
        body: platformLine(words, notice.platforms),
      };
  }
}

/** Told once, when the closed window goes on in the tray. */
export function inTrayWords(locale: Locale): { readonly title: string; readonly body: string } {
  const { inTray, inTrayBody } = WORDS[locale];
  return { title: inTray, body: inTrayBody };
}

/** The words of the tray: its tooltip's lines and its menu. */
export function trayWords(locale: Locale): TrayWords {
  return WORDS[locale];
}

const sumOf = (platforms: readonly PlatformCount[]): number => platforms.reduce((sum, { count }) => sum + count, 0);

function platformLine(words: Words, platforms: readonly PlatformCount[]): string {
  return platforms.map(({ platform, count }) => `${words.platform[platform]} ${count}`).join(' · ');
}
