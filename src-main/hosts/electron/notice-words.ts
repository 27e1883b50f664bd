import type { Badge, Notice } from '../../app/ports/notifier.ts';
import type { PlatformId } from '../../core/shared/platform.ts';

export type Locale = 'zh-CN' | 'zh-TW' | 'en';

interface Words {
  readonly app: string;
  readonly open: string;
  readonly quit: string;
  readonly platform: Readonly<Record<PlatformId, string>>;
  newOrders(count: number, shop: string, platform: string): string;
  newOrdersBody: string;
  silent(shop: string): string;
  silentBody: string;
  expires(shop: string, days: number): string;
  expiresBody: string;
  missed(shop: string, count: number): string;
  missedBody: string;
  badge(badge: Badge): readonly string[];
}

const NAMES = { amazon: 'Amazon', ozon: 'Ozon', coupang: 'Coupang' } as const;

const SIMPLIFIED: Words = {
  app: '出单',
  open: '打开出单',
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
  badge: ({ newOrders, dueToday, silentShops }) => [
    ...(newOrders > 0 ? [`${newOrders} 个新订单`] : []),
    ...(dueToday > 0 ? [`${dueToday} 个今天到期`] : []),
    ...(silentShops > 0 ? [`${silentShops} 个店铺没有同步`] : []),
  ],
};

const TRADITIONAL: Words = {
  app: '出單',
  open: '開啟出單',
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
  badge: ({ newOrders, dueToday, silentShops }) => [
    ...(newOrders > 0 ? [`${newOrders} 筆新訂單`] : []),
    ...(dueToday > 0 ? [`${dueToday} 筆今天到期`] : []),
    ...(silentShops > 0 ? [`${silentShops} 個店鋪沒有同步`] : []),
  ],
};

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const ENGLISH: Words = {
  app: 'Chudan',
  open: 'Open Chudan',
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
  badge: ({ newOrders, dueToday, silentShops }) => [
    ...(newOrders > 0 ? [plural(newOrders, 'new order', 'new orders')] : []),
    ...(dueToday > 0 ? [`${dueToday} due today`] : []),
    ...(silentShops > 0 ? [plural(silentShops, 'shop is not syncing', 'shops are not syncing')] : []),
  ],
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
  }
}

/** The words of the tray: its tooltip's lines and its menu. */
export function trayWords(badge: Badge, locale: Locale) {
  const { app, open, quit } = WORDS[locale];
  return { app, open, quit, lines: WORDS[locale].badge(badge) };
}
