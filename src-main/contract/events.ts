import { z } from 'zod';
import { foundPrinterSchema } from './methods/printers.ts';
import { filterSchema, idSchema, timeSchema } from './values.ts';

/** Facts that main announces. Most say what changed and the revision after it; the window reads what it shows. */
export const EVENTS = {
  'orders.changed': z.strictObject({ ids: z.array(idSchema), revision: z.number().int() }),
  'outbox.changed': z.strictObject({ revision: z.number().int() }),
  'printing.changed': z.strictObject({ revision: z.number().int() }),
  /** A printer was saved, removed, or said something new of its state. */
  'printers.changed': z.strictObject({ revision: z.number().int() }),
  /** A search found this printer. */
  'printers.found': z.strictObject({ printer: foundPrinterSchema }),
  'afterSales.changed': z.strictObject({ revision: z.number().int() }),
  /** The seller clicked a notification, or the tray: show this. */
  'app.show': z.strictObject({
    what: z.union([
      z.strictObject({ kind: z.literal('orders'), ids: z.array(idSchema) }),
      z.strictObject({ kind: z.literal('board') }),
      z.strictObject({ kind: z.literal('shops') }),
      z.strictObject({ kind: z.literal('cases') }),
      z.strictObject({ kind: z.literal('today') }),
      z.strictObject({ kind: z.literal('filter'), filter: filterSchema }),
    ]),
  }),
  /** Orders came in and the seller wants to hear it. */
  'app.chime': z.strictObject({}),
  'views.changed': z.strictObject({ revision: z.number().int() }),
  'tags.changed': z.strictObject({ revision: z.number().int() }),
  'stock.changed': z.strictObject({ revision: z.number().int() }),
  'shops.changed': z.strictObject({ revision: z.number().int() }),
  /** The seller changed the words of a card. */
  'slips.changed': z.strictObject({ revision: z.number().int() }),
  'papers.changed': z.strictObject({ revision: z.number().int() }),
  /** A command that answered before its effects existed (a print) has them now; until then it can be taken back. */
  'effects.held': z.strictObject({ commandId: idSchema, effectCount: z.number().int(), undoUntilMs: timeSchema }),
  'app.changed': z.strictObject({ revision: z.number().int() }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<Name extends EventName> = z.infer<(typeof EVENTS)[Name]>;
/** One event on the wire. */
export type AppEvent = {
  readonly [Name in EventName]: { readonly name: Name; readonly payload: EventPayload<Name> };
}[EventName];
