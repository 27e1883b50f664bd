import type { BarcodeImpossible, DocumentMaker, MadeDocument, SlipDocument } from '../../app/ports/documents.ts';

/** What the worker is started with. */
export interface WorkerStart {
  readonly fontsFolder: string;
}

/** What goes to the worker, one at a time: a call of DocumentMaker and what it was given. */
export type DrawingRequest =
  | { readonly kind: 'label'; readonly given: Parameters<DocumentMaker['ownLabel']> }
  | { readonly kind: 'slip'; readonly given: Parameters<DocumentMaker['slipPdf']> }
  | { readonly kind: 'receipt'; readonly given: Parameters<DocumentMaker['receipt']> };

/** What comes back for each. */
export type DrawingReply =
  | { readonly kind: 'document'; readonly made: MadeDocument }
  | { readonly kind: 'slip'; readonly made: SlipDocument }
  | { readonly kind: 'impossible'; readonly reason: BarcodeImpossible['reason'] }
  | { readonly kind: 'failed'; readonly message: string };
