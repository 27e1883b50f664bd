import { create } from 'zustand';
import { NO_FILTER, type CardFilter } from './board-filter.ts';

/** In the order of the bar at the top. */
export const PLACES = ['today', 'board', 'cases', 'printing', 'stock', 'shops', 'settings'] as const;
export type Place = (typeof PLACES)[number];

/** Where the window is, and what is open there. */
interface RouteStore {
  readonly place: Place;
  /** The order whose drawer is open over the board. */
  readonly openOrderId: string | null;
  /** The case that is read. */
  readonly openCaseId: string | null;
  /** The product that the stock place shows. */
  readonly openSku: string | null;
  /** Which cards the board shows. Stays while other places are looked at. */
  readonly filter: CardFilter;
  /** The window has gone somewhere since it opened. */
  readonly hasMoved: boolean;
}

export const useRoute = create<RouteStore>(() => ({
  place: 'board',
  openOrderId: null,
  openCaseId: null,
  openSku: null,
  filter: NO_FILTER,
  hasMoved: false,
}));

const NOTHING_OPEN = { openOrderId: null, openCaseId: null, openSku: null, hasMoved: true } as const;

/** The place that the window opens with (preference `firstPlace`); does nothing once it has gone anywhere. */
export function startAt(place: Place): void {
  if (!useRoute.getState().hasMoved) useRoute.setState({ place, hasMoved: true });
}

/** Goes to a place; whatever is open closes. */
export function goTo(place: Place): void {
  useRoute.setState({ ...NOTHING_OPEN, place });
}

/** Opens an order's drawer over the board. */
export function openOrder(orderId: string): void {
  useRoute.setState({ place: 'board', openOrderId: orderId, hasMoved: true });
}

/** Closes the drawer. */
export function closeOrder(): void {
  useRoute.setState({ openOrderId: null });
}

/** Reads one case on the after-sales page; null: none. */
export function openCase(caseId: string | null): void {
  useRoute.setState({ ...NOTHING_OPEN, place: 'cases', openCaseId: caseId });
}

/** Shows a product in the stock place; null: the list. */
export function openProduct(sku: string | null): void {
  useRoute.setState({ ...NOTHING_OPEN, place: 'stock', openSku: sku });
}

/** Goes to the board and shows only these cards there. */
export function showCards(filter: CardFilter): void {
  useRoute.setState({ ...NOTHING_OPEN, place: 'board', filter });
}

/** Changes which cards the board shows, wherever the window is. */
export function setFilter(filter: CardFilter): void {
  useRoute.setState({ filter });
}
