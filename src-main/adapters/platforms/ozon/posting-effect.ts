import type { Effect } from '../../../core/order/effects.ts';

/** Effects that change a posting, and are seen on it afterwards. */
export type PostingEffect = Exclude<Effect, { readonly kind: 'buy-label' | 'answer-case' | 'push-stock' }>;
