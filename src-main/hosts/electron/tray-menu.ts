import type { Badge } from '../../app/ports/notifier.ts';
import { wireFilter } from '../../app/board/wire-filter.ts';
import type { EventPayload } from '../../contract/events.ts';
import { DESK_LANES } from '../../core/order/lane.ts';
import type { CardFilter } from '../../core/order/card-filter.ts';
import type { TrayWords } from './notice-words.ts';

export type Shown = EventPayload<'app.show'>['what'];

/** What a line of the tray does: brings the window up, at what it names; lets notices through or not; ends the app. */
export type TrayDeed =
  | { readonly kind: 'open'; readonly what: Shown | null }
  | { readonly kind: 'notices' }
  | { readonly kind: 'quit' };

/** A line of the tray's menu; null: a rule between lines. */
export type TrayLine = {
  readonly label: string;
  readonly deed: TrayDeed;
  /** null: no tick. */
  readonly isTicked: boolean | null;
} | null;

/** What the tray says right now, the most pressing first; empty when nothing waits. */
export function trayNews(badge: Badge, words: TrayWords): readonly { readonly label: string; readonly what: Shown }[] {
  const { newOrders, dueToday, late, silentShops } = badge;
  return [
    ...(dueToday > 0
      ? [{ label: words.leaving(dueToday, late), what: cardsOf({ lanes: DESK_LANES, due: 'today' }) }]
      : []),
    ...(newOrders > 0 ? [{ label: words.newOnes(newOrders), what: cardsOf({ lanes: ['new'] }) }] : []),
    ...(silentShops > 0 ? [{ label: words.silentOnes(silentShops), what: { kind: 'shops' } as const }] : []),
  ];
}

/** The whole menu: the news, then the deeds. */
export function trayMenu(badge: Badge, words: TrayWords, hasNotices: boolean): readonly TrayLine[] {
  const news = trayNews(badge, words).map(({ label, what }) => line(label, { kind: 'open', what }));
  return [
    ...news,
    ...(news.length === 0 ? [] : [null]),
    line(words.open, { kind: 'open', what: null }),
    line(words.today, { kind: 'open', what: { kind: 'today' } }),
    line(words.notices, { kind: 'notices' }, hasNotices),
    null,
    line(words.quit, { kind: 'quit' }),
  ];
}

const cardsOf = (asked: Partial<CardFilter>): Shown => ({ kind: 'filter', filter: wireFilter(asked) });

function line(label: string, deed: TrayDeed, isTicked: boolean | null = null): TrayLine {
  return { label, deed, isTicked };
}
