import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import type { FoundBarcode, LabelDocument, LabelUnreadable, RasterPage } from '../../../app/ports/printing.ts';

/** What goes to the worker. */
export type RasterRequest =
  | { readonly id: number; readonly kind: 'rasterise'; readonly document: LabelDocument; readonly profile: PrinterProfile; readonly isChecked: boolean }
  | { readonly id: number; readonly kind: 'read'; readonly document: LabelDocument }
  | { readonly id: number; readonly kind: 'warm-up' };

/** What comes back. */
export type RasterReply =
  | { readonly id: number; readonly kind: 'pages'; readonly pages: RasterPage[] }
  | { readonly id: number; readonly kind: 'codes'; readonly codes: FoundBarcode[] }
  | { readonly id: number; readonly kind: 'warm' }
  | { readonly id: number; readonly kind: 'unreadable'; readonly reason: LabelUnreadable['reason'] }
  | { readonly id: number; readonly kind: 'broken'; readonly message: string };
