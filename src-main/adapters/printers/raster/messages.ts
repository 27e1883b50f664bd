import type { FitChoice } from '../../../core/label/fit-choice.ts';
import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import type {
  FoundBarcode,
  LabelDocument,
  LabelUnreadable,
  RasterPage,
  SourcePage,
} from '../../../app/ports/printing.ts';
import type { KnownPart } from './known-codes.ts';
import type { PageSizeMm } from './page-size.ts';

/** What goes to a worker, one at a time. */
export type RasterRequest =
  | {
      readonly kind: 'rasterise';
      readonly document: LabelDocument;
      readonly profile: PrinterProfile;
      readonly fit: FitChoice | null;
      readonly mark: string | null;
      readonly isChecked: boolean;
      /** What earlier replies told of this document. */
      readonly known: readonly KnownPart[];
    }
  | { readonly kind: 'read'; readonly document: LabelDocument }
  | { readonly kind: 'sources'; readonly document: LabelDocument }
  | { readonly kind: 'size'; readonly document: LabelDocument }
  | { readonly kind: 'warm-up' };

/** What comes back for each. */
export type RasterReply =
  | {
      readonly kind: 'pages';
      readonly pages: RasterPage[];
      readonly learnt: readonly KnownPart[];
      readonly firstPage: PageSizeMm;
    }
  | { readonly kind: 'codes'; readonly codes: FoundBarcode[] }
  | { readonly kind: 'sources'; readonly sources: SourcePage[] }
  | { readonly kind: 'size'; readonly firstPage: PageSizeMm }
  | { readonly kind: 'warm' }
  | { readonly kind: 'unreadable'; readonly reason: LabelUnreadable['reason'] }
  | { readonly kind: 'broken'; readonly message: string };

export type ReplyOf<Kind extends RasterReply['kind']> = Extract<RasterReply, { readonly kind: Kind }>;
