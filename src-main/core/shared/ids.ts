/** Our own ids are uuid v7 texts, branded so that one kind cannot stand in for another. Platform ids stay plain text. */
type Branded<Name extends string> = string & { readonly __id: Name };

export type ShopId = Branded<'shop'>;
export type OrderId = Branded<'order'>;
export type ParcelId = Branded<'parcel'>;
export type CaseId = Branded<'case'>;
export type AfterSaleId = Branded<'after-sale'>;
export type CommandId = Branded<'command'>;
export type EffectId = Branded<'effect'>;
export type TagId = Branded<'tag'>;
export type AttachmentId = Branded<'attachment'>;
export type ViewId = Branded<'view'>;
export type LabelId = Branded<'label'>;
export type PrinterId = Branded<'printer'>;
export type PrintJobId = Branded<'print-job'>;
export type PrintBatchId = Branded<'print-batch'>;
