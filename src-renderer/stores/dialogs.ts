import { create } from 'zustand';
import type { OrderView } from '../../src-main/contract/methods/orders.ts';

export type HoldReason = NonNullable<OrderView['hold']>['reason'];

/** The question that is open over the screen, if any. */
export type OpenDialog =
  | { readonly kind: 'hold'; readonly orderIds: readonly string[]; readonly reason: HoldReason | null }
  | { readonly kind: 'case'; readonly orderIds: readonly string[] }
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' };

export const useDialogs = create<{ readonly open: OpenDialog | null }>(() => ({ open: null }));

/** Asks why these orders are put on hold; `reason` is picked beforehand when it is known. */
export function openHoldDialog(orderIds: readonly string[], reason: HoldReason | null = null): void {
  useDialogs.setState({ open: { kind: 'hold', orderIds, reason } });
}

/** Asks which case to open for these orders. */
export function openCaseDialog(orderIds: readonly string[]): void {
  useDialogs.setState({ open: { kind: 'case', orderIds } });
}

/** Opens the list of all actions, or the sheet of keys. */
export function openHelp(kind: 'palette' | 'keys'): void {
  useDialogs.setState({ open: { kind } });
}

/** Closes whatever is open. */
export function closeDialog(): void {
  useDialogs.setState({ open: null });
}
