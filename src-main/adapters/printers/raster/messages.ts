import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import type { FoundBarcode, LabelDocument, LabelUnreadable, RasterPage } from '../../../app/ports/printing.ts';

/** What goes to the worker, one at a time. */
export type RasterRequest =
  | {
      readonly kind: 'rasterise';
      readonly document: LabelDocument;
      readonly profile: PrinterProfile;
      readonly isChecked: boolean;
    }
  | { readonly kind: 'read'; readonly document: LabelDocument }
  | { readonly kind: 'warm-up' };

/** What comes back for each. */
export type RasterReply =
  | { readonly kind: 'pages'; readonly pages: RasterPage[] }
  | { readonly kind: 'codes'; readonly codes: FoundBarcode[] }
  | { readonly kind: 'warm' }
  | { readonly kind: 'unreadable'; readonly reason: LabelUnreadable['reason'] }
  | { readonly kind: 'broken'; readonly message: string };
