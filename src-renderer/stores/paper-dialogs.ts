import { create } from 'zustand';
import type { SlipKindView } from '../../src-main/contract/methods/slips.ts';

/** The question about paper that is open over the screen, if any. */
export type PaperDialog =
  | { readonly kind: 'slips'; readonly slip: SlipKindView; readonly orderIds: readonly string[] }
  | { readonly kind: 'cut'; readonly orderId: string }
  | { readonly kind: 'own-label'; readonly orderId: string }
  | { readonly kind: 'buy-label'; readonly orderId: string };

export const usePaperDialogs = create<{ readonly open: PaperDialog | null }>(() => ({ open: null }));

/** Pick list, packing slips or thank-you cards for these orders: looked at, then printed. */
export function openSlips(slip: SlipKindView, orderIds: readonly string[]): void {
  if (orderIds.length > 0) usePaperDialogs.setState({ open: { kind: 'slips', slip, orderIds } });
}

/** Which part of the label's page is printed. */
export function openCut(orderId: string): void {
  usePaperDialogs.setState({ open: { kind: 'cut', orderId } });
}

/** Our own label for a carrier that gives none. */
export function openOwnLabel(orderId: string): void {
  usePaperDialogs.setState({ open: { kind: 'own-label', orderId } });
}

/** Ways to ship that can be bought through the platform, and the label after it. */
export function openBuyLabel(orderId: string): void {
  usePaperDialogs.setState({ open: { kind: 'buy-label', orderId } });
}

export function closePaperDialog(): void {
  usePaperDialogs.setState({ open: null });
}
