import { NEWS_LANES } from '../../app/notices/notices.ts';
import type { Notice } from '../../app/ports/notifier.ts';
import { wireFilter } from '../../app/board/wire-filter.ts';
import { DESK_LANES } from '../../core/order/lane.ts';
import type { Shown } from './tray-menu.ts';

/** What the window shows when a notice is clicked: its one order, the cards that it counted, or the list that it is in. */
export function noticeTarget(notice: Notice): Shown {
  switch (notice.kind) {
    case 'new-orders':
      return notice.orderIds.length === 1
        ? { kind: 'orders', ids: [...notice.orderIds] }
        : { kind: 'filter', filter: wireFilter({ lanes: NEWS_LANES, shopIds: [notice.shopId] }) };
    case 'orders-due':
      return notice.orderIds.length === 1
        ? { kind: 'orders', ids: [...notice.orderIds] }
        : { kind: 'filter', filter: wireFilter({ lanes: DESK_LANES, dueSpan: spanOf(notice) }) };
    case 'cases-due':
    case 'replies-due': {
      const count = notice.platforms.reduce((sum, platform) => sum + platform.count, 0);
      const isOfOneOrder = count === 1 && notice.orderIds.length === 1;
      return isOfOneOrder ? { kind: 'orders', ids: [...notice.orderIds] } : { kind: 'cases' };
    }
    case 'shop-silent':
    case 'key-expires':
    case 'orders-missed':
      return { kind: 'shops' };
  }
}

const spanOf = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }) => ({ fromMs, toMs });
