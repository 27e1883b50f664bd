import type { Words } from '../i18n/use-words.ts';
import { openSlips } from '../stores/paper-dialogs.ts';
import type { MenuEntry } from '../ui/menu.tsx';

const SLIPS = ['pick-list', 'packing-slip', 'thank-you-card'] as const;

/** The paper beside the label, for a menu: pick list (L), packing slips, thank-you cards of these orders. */
export function slipEntries(orderIds: readonly string[], t: Words): MenuEntry[] {
  return SLIPS.map((slip) => ({
    id: slip,
    text: t(`slips:kind.${slip}`),
    icon: 'file',
    ...(slip === 'pick-list' ? { keys: ['L'] } : {}),
    onPick: () => openSlips(slip, orderIds),
  }));
}
