import { create } from 'zustand';

export const PLACES = ['board', 'printing', 'shops', 'settings'] as const;
export type Place = (typeof PLACES)[number];

/** Where the window is, and the order whose drawer is open over the board. */
interface RouteStore {
  readonly place: Place;
  readonly openOrderId: string | null;
}

export const useRoute = create<RouteStore>(() => ({ place: 'board', openOrderId: null }));

/** Goes to a place; the drawer closes. */
export function goTo(place: Place): void {
  useRoute.setState({ place, openOrderId: null });
}

/** Opens an order's drawer over the board. */
export function openOrder(orderId: string): void {
  useRoute.setState({ place: 'board', openOrderId: orderId });
}

/** Closes the drawer. */
export function closeOrder(): void {
  useRoute.setState({ openOrderId: null });
}
