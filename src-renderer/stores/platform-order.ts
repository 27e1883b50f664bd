import type { CardView } from '../../src-main/contract/methods/board.ts';

type Platform = CardView['platform'];

/** The way in is shortest first. */
const ORDER: readonly Platform[] = ['ozon', 'amazon', 'coupang', 'aliexpress', 'taobao'];

/** Platforms as they are offered, always in one order. */
export function inOrder<Entry extends { readonly platform: Platform }>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((left, right) => ORDER.indexOf(left.platform) - ORDER.indexOf(right.platform));
}
