import type { PlatformId } from '../shared/platform.ts';
import type { CheckCode } from './checks.ts';
import type { Lane } from './lane.ts';
import type { HoldReason } from './work.ts';

/**
 * Times a card may be due. late — past · today — before the seller's day ends, late ones too · tomorrow — within the day
 * after · week — within seven days from the start of today, late ones too · none — no clock runs.
 */
export const DUE_FILTERS = ['late', 'today', 'tomorrow', 'week', 'none'] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

/** single — one piece in all, which packs fastest · multi — more. */
export const SIZE_FILTERS = ['single', 'multi'] as const;
export type SizeFilter = (typeof SIZE_FILTERS)[number];

/** Conditions of a card that a filter can ask for. */
export const CARD_SIGNS = ['buyer-note', 'blocked', 'held', 'case', 'same-buyer', 'no-tracking'] as const;
export type CardSign = (typeof CARD_SIGNS)[number];

/** Clocks that end in this stretch of time; `fromMs` belongs to it, `toMs` does not. */
export interface DueSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Which cards of the board are meant. Within a list any, between the fields all; an empty list asks nothing. */
export interface CardFilter {
  readonly platforms: readonly PlatformId[];
  readonly shopIds: readonly string[];
  readonly lanes: readonly Lane[];
  readonly due: DueFilter | null;
  /** What a notice or the start screen counted; no filter that one would keep under a name. */
  readonly dueSpan?: DueSpan | undefined;
  /** Stopped by this check, under no hold; and: held for this reason. The start screen counts these. */
  readonly stoppedBy?: CheckCode | undefined;
  readonly heldFor?: HoldReason | undefined;
  /** Lacks pieces of the product with this SKU. The stock counts these. */
  readonly waitsFor?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly services: readonly string[];
  readonly tagIds: readonly string[];
  readonly size: SizeFilter | null;
  readonly signs: readonly CardSign[];
  /** As the search field takes it; '' asks nothing. */
  readonly text: string;
}

export const NO_FILTER: CardFilter = {
  platforms: [],
  shopIds: [],
  lanes: [],
  due: null,
  countries: [],
  services: [],
  tagIds: [],
  size: null,
  signs: [],
  text: '',
};

/** True when the filter asks nothing. */
export function isNoFilter(filter: CardFilter): boolean {
  const { platforms, shopIds, lanes, countries, services, tagIds, signs } = filter;
  const lists = [platforms, shopIds, lanes, countries, services, tagIds, signs];
  const { due, size, dueSpan, stoppedBy, heldFor, waitsFor } = filter;
  const asksNothing =
    [...lists, filter.text.trim()].every((list) => list.length === 0) && due === null && size === null;
  return asksNothing && [dueSpan, stoppedBy, heldFor, waitsFor].every((part) => part === undefined);
}
