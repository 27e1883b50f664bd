import type { z } from 'zod';
import { filterSchema } from '../../src-main/contract/values.ts';

/** Which cards of the board are meant. */
export type CardFilter = z.infer<typeof filterSchema>;

/** Asks nothing: every card. */
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
  return Object.values(filter).every(asksNothing);
}

function asksNothing(part: CardFilter[keyof CardFilter]): boolean {
  if (typeof part === 'string') return part.trim() === '';
  return part === null || part === undefined || (Array.isArray(part) && part.length === 0);
}

/** What can be asked for where the words are ours, not the cards'. */
export const DUE_FILTERS = filterSchema.shape.due.unwrap().options;
export const SIZE_FILTERS = filterSchema.shape.size.unwrap().options;
export const CARD_SIGNS = filterSchema.shape.signs.element.options;
