import type { EventName, EventPayload } from '../../contract/events.ts';

/** Where use-cases announce facts; the host carries them to the window. */
export interface EventSink {
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void;
}
