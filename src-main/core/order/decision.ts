import type { CommandRefusal } from './commands.ts';
import type { PushMoment } from './decide-effects.ts';
import type { Effect } from './effects.ts';
import type { WorkEvent } from './work.ts';

/** What a command comes to: events for the journal and effects for the outbox, or the reason why not. */
export type Decision =
  | { readonly kind: 'accepted'; readonly events: readonly WorkEvent[]; readonly effects: readonly Effect[] }
  | { readonly kind: 'refused'; readonly code: CommandRefusal };

/** What a decision must know beyond the order. */
export interface DecideContext {
  readonly nowMs: number;
  /** Shop setting: when a tracking number goes to the platform. */
  readonly pushTracking: PushMoment;
  /** The order whose parcel carries this one's goods does it for both. */
  readonly isFromLead?: boolean;
}

export function accepted(events: readonly WorkEvent[], effects: readonly Effect[] = []): Decision {
  return { kind: 'accepted', events, effects };
}

export function refused(code: CommandRefusal): Decision {
  return { kind: 'refused', code };
}
