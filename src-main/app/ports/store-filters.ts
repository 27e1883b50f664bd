import type { CardFilter } from '../../core/order/card-filter.ts';
import type { TagId, ViewId } from '../../core/shared/ids.ts';
import type { TagColour } from '../../core/tag/tag.ts';

/** A filter with the times that its words mean right now. */
export interface CardQuery {
  readonly filter: CardFilter;
  readonly nowMs: number;
  /** When the seller's own day ends. */
  readonly dayEndsMs: number;
}

/** A filter kept under a name. */
export interface ViewRow {
  readonly id: ViewId;
  readonly name: string;
  readonly filter: CardFilter;
  readonly position: number;
}

export interface TagRow {
  readonly id: TagId;
  readonly name: string;
  readonly colour: TagColour;
}

/** A value that cards of the board have, and how many have it. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}
