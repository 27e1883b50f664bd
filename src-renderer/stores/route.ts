import { create } from 'zustand';

export const PLACES = ['board', 'cases', 'printing', 'shops', 'settings'] as const;
export type Place = (typeof PLACES)[number];

/** Where the window is, the order whose drawer is open over the board, and the case that is read. */
interface RouteStore {
  readonly place: Place;
  readonly openOrderId: string | null;
  readonly openCaseId: string | null;
}

export const useRoute = create<RouteStore>(() => ({ place: 'board', openOrderId: null, openCaseId: null }));

/** Goes to a place; the drawer closes. */
export function goTo(place: Place): void {
  useRoute.setState({ place, openOrderId: null, openCaseId: null });
}

/** Opens an order's drawer over the board. */
export function openOrder(orderId: string): void {
  useRoute.setState({ place: 'board', openOrderId: orderId });
}

/** Closes the drawer. */
export function closeOrder(): void {
  useRoute.setState({ openOrderId: null });
}

/** Reads one case on the after-sales page; null: none. */
export function openCase(caseId: string | null): void {
  useRoute.setState({ place: 'cases', openOrderId: null, openCaseId: caseId });
}
