import type { z } from 'zod';
import type { Envelope } from './errors.ts';
import { afterSalesMethods } from './methods/after-sales.ts';
import { appMethods } from './methods/app.ts';
import { attachmentsMethods } from './methods/attachments.ts';
import { boardMethods } from './methods/board.ts';
import { casesMethods } from './methods/cases.ts';
import { filesMethods } from './methods/files.ts';
import { labelsMethods } from './methods/labels.ts';
import { orderMethods } from './methods/orders.ts';
import { outboxMethods } from './methods/outbox.ts';
import { printersMethods } from './methods/printers.ts';
import { printingMethods } from './methods/printing.ts';
import { shopMethods } from './methods/shops.ts';
import { slipsMethods } from './methods/slips.ts';
import { stockMethods } from './methods/stock.ts';
import { tagsMethods } from './methods/tags.ts';
import { todayMethods } from './methods/today.ts';
import { viewsMethods } from './methods/views.ts';

/** The one table between main and window: every method, its kind, its schemas, its error codes. */
export const METHODS = {
  ...afterSalesMethods,
  ...appMethods,
  ...attachmentsMethods,
  ...boardMethods,
  ...casesMethods,
  ...filesMethods,
  ...labelsMethods,
  ...orderMethods,
  ...outboxMethods,
  ...printersMethods,
  ...printingMethods,
  ...shopMethods,
  ...slipsMethods,
  ...stockMethods,
  ...tagsMethods,
  ...todayMethods,
  ...viewsMethods,
} as const;

export type MethodName = keyof typeof METHODS;
export type MethodInput<Name extends MethodName> = z.infer<(typeof METHODS)[Name]['input']>;
export type MethodOutput<Name extends MethodName> = z.infer<(typeof METHODS)[Name]['output']>;

/** Channel names on the wire: these two and no others. */
export const INVOKE_CHANNEL = 'chudan:invoke';
export const EVENT_CHANNEL = 'chudan:event';

/** What preload puts on the window as `chudan`. */
export interface Bridge {
  /** Calls a method; always resolves to an envelope. */
  invoke(name: string, input: unknown): Promise<Envelope<unknown>>;
  /** Hears every event until the returned function is called. */
  subscribe(listener: (event: unknown) => void): () => void;
}
