import type { Order } from '../../core/order/order.ts';
import type { AfterSaleKind } from '../../core/case/after-sale.ts';
import type { FitChoice } from '../../core/label/fit-choice.ts';
import type { LabelKind } from '../../core/label/label-kind.ts';
import type {
  AfterSaleId,
  AttachmentId,
  CommandId,
  EffectId,
  LabelId,
  OrderId,
  PrintBatchId,
  PrinterId,
  PrintJobId,
  ShopId,
  TagId,
  ViewId,
} from '../../core/shared/ids.ts';
import type { PlatformId } from '../../core/shared/platform.ts';
import type { Lane } from '../../core/order/lane.ts';
import type { AfterSaleFilter, AfterSaleRow } from './store-after-sales.ts';
import type { AttachmentRow } from './store-attachments.ts';
import type { CardRow, LaneCount, SearchHit } from './store-board.ts';
import type { OrderCaseFilter, OrderCaseRow } from './store-cases.ts';
import type { CardQuery, Facet, TagRow, ViewRow } from './store-filters.ts';
import type { KnownClaim, StockAsk, StockMoveRow, StockRow, UnmappedArticle } from './store-stock.ts';
import type { TodayReads } from './store-today.ts';
import type { EffectRow, EffectState, NewEffectRow } from './store-outbox.ts';
import type {
  BatchState,
  LabelFitRow,
  LabelRow,
  PrintBatchRow,
  PrinterRow,
  PrintJobRow,
  PrintJobState,
  PrintJobStep,
  SlipPrintRow,
} from './store-printing.ts';
import type { JournalEntry, NewJournalEntry, OddOrderRow, ProductRow, ReconcileReport, ShopRow } from './store-rows.ts';

/**
 * What a store throws by itself. `code` 'duplicate': what is to be added stands there already, be it in a row that
 * cannot be read; the unit of work may go on. Other codes are the adapter's own.
 */
export class StoreError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/**
 * The order store. Reads see what was last committed; writes happen in one unit of work at a time and are all kept
 * or all dropped. Methods are async so that a shared networked store can come later.
 */
export interface Store {
  readonly read: Reads;
  /** Runs `work` in one transaction; a throw rolls everything back and is rethrown. Units of work queue up. */
  write<T>(work: (tx: Writes) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Everything that may be asked, inside or outside a unit of work. */
export interface Reads extends TodayReads {
  /** Grows with each committed change of anything the window shows. */
  revision(): Promise<number>;

  order(id: OrderId): Promise<Order | null>;
  orders(ids: readonly OrderId[]): Promise<Order[]>;
  ordersByRemote(shopId: ShopId, remoteIds: readonly string[]): Promise<Order[]>;
  /** Remote ids of orders of this shop that are on the board and not delivered: what the platform should call open too. */
  openRemoteIds(shopId: ShopId): Promise<string[]>;
  journal(orderId: OrderId): Promise<JournalEntry[]>;
  /** Newest first. */
  entriesOfCommand(commandId: CommandId): Promise<JournalEntry[]>;
  rawPayload(orderId: OrderId): Promise<string | null>;
  oddOrders(shopId: ShopId): Promise<OddOrderRow[]>;

  /** Counts of all cards, or of those that the query means. */
  laneCounts(nowMs: number, query?: CardQuery): Promise<LaneCount[]>;
  /** Cards of a lane in board order (late first, then by due time). */
  cards(lane: Lane, offset: number, limit: number, query?: CardQuery): Promise<CardRow[]>;
  cardsById(ids: readonly OrderId[]): Promise<CardRow[]>;
  /** Ids in board order, lane by lane, and how many there are in all. */
  cardIds(query: CardQuery, limit: number): Promise<{ readonly ids: OrderId[]; readonly total: number }>;
  /** Values of the board's cards, most first, at most 100 each. */
  facets(): Promise<{ readonly countries: Facet[]; readonly services: Facet[] }>;
  /** Cards on the desk (new, problem, to-ship) with these buyer keys, by key. */
  siblings(buyerKeys: readonly string[]): Promise<ReadonlyMap<string, readonly CardRow[]>>;
  /** Orders whose goods travel in these orders' parcels, by the leading order. */
  companions(leads: readonly OrderId[]): Promise<ReadonlyMap<OrderId, readonly OrderId[]>>;
  tags(): Promise<TagRow[]>;
  /** Orders on the board by tag. */
  tagCounts(): Promise<ReadonlyMap<TagId, number>>;
  ordersWithTag(tagId: TagId): Promise<OrderId[]>;
  /** In the seller's order. */
  views(): Promise<ViewRow[]>;

  /** Open ones due first, ended ones newest first. */
  orderCases(filter: OrderCaseFilter, offset: number, limit: number): Promise<OrderCaseRow[]>;
  orderCaseCount(filter: OrderCaseFilter): Promise<number>;
  /**
   * Standing reports of kinds that open cases, about orders of ours, that never had a case of ours; newest first.
   */
  reportsWithoutCase(shopId: ShopId, limit: number): Promise<{ readonly id: AfterSaleId; readonly orderId: OrderId }[]>;
  /** Without removed ones, oldest first. */
  attachments(orderId: OrderId): Promise<AttachmentRow[]>;
  /** Of a removed one too, until it is dropped. */
  attachmentRow(id: AttachmentId): Promise<AttachmentRow | null>;
  attachment(id: AttachmentId): Promise<{ readonly row: AttachmentRow; readonly bytes: Uint8Array } | null>;
  /** Order number, buyer, phone tail, SKU, title, tracking number, note; any Chinese substring. Best first. */
  search(query: string, limit: number): Promise<SearchHit[]>;
  /** An exact scanned code: order number, posting number, tracking number, parcel barcode, number of a case. */
  ordersByCode(code: string): Promise<OrderId[]>;

  effect(id: EffectId): Promise<EffectRow | null>;
  /** Rows that may be worked on now: due, and first in line of their order. */
  dueEffects(nowMs: number, limit: number): Promise<EffectRow[]>;
  /** When the next row becomes due; null when nothing waits. */
  nextEffectAtMs(): Promise<number | null>;
  effectsOfOrder(orderId: OrderId): Promise<EffectRow[]>;
  effectsOfCommand(commandId: CommandId): Promise<EffectRow[]>;
  effectsInState(state: EffectState, limit: number): Promise<EffectRow[]>;
  /** Queued or unconfirmed rows of a shop, first due first, whoever stands in front of them. */
  waitingEffects(shopId: ShopId, limit: number): Promise<EffectRow[]>;

  afterSale(id: AfterSaleId): Promise<AfterSaleRow | null>;
  afterSaleByRemote(shopId: ShopId, kind: AfterSaleKind, remoteId: string): Promise<AfterSaleRow | null>;
  /** Open ones with a deadline first, then the newest. */
  afterSales(filter: AfterSaleFilter, offset: number, limit: number): Promise<AfterSaleRow[]>;
  afterSaleCount(filter: AfterSaleFilter): Promise<number>;
  /** Cases that name an order which was not here when they came; newest first. */
  unlinkedAfterSales(shopId: ShopId, limit: number): Promise<AfterSaleRow[]>;

  label(id: LabelId): Promise<LabelRow | null>;
  /** What a label comes as, without its bytes. */
  labelKind(id: LabelId): Promise<LabelKind | null>;
  latestLabel(orderId: OrderId): Promise<LabelRow | null>;
  printJob(id: PrintJobId): Promise<PrintJobRow | null>;
  printJobByKey(key: string): Promise<PrintJobRow | null>;
  printJobsOfOrder(orderId: OrderId): Promise<PrintJobRow[]>;
  /** Oldest first. */
  printJobsInStates(states: readonly PrintJobState[]): Promise<PrintJobRow[]>;
  /** Where the jobs in these states stand, without their pictures; oldest first. */
  printJobSteps(states: readonly PrintJobState[]): Promise<PrintJobStep[]>;
  /** Newest first. */
  recentPrintJobs(limit: number): Promise<PrintJobRow[]>;
  printBatch(id: PrintBatchId): Promise<PrintBatchRow | null>;
  /** Oldest first. */
  printBatchesInStates(states: readonly BatchState[]): Promise<PrintBatchRow[]>;
  /** Newest first. */
  printBatchesSince(sinceMs: number): Promise<PrintBatchRow[]>;
  /** By position, then oldest first. */
  printJobsOfBatch(id: PrintBatchId): Promise<PrintJobRow[]>;
  printers(): Promise<PrinterRow[]>;
  labelFit(key: string): Promise<FitChoice | null>;
  slipPrintsSince(sinceMs: number): Promise<SlipPrintRow[]>;
  /** JSON text of a thing the seller set that is no preference: her address, her cards. */
  setting(name: string): Promise<string | null>;

  shops(): Promise<ShopRow[]>;
  shop(id: ShopId): Promise<ShopRow | null>;
  cursor(shopId: ShopId, stream: string): Promise<string | null>;
  reconcileReport(shopId: ShopId): Promise<ReconcileReport | null>;
  /** What the shop's connector wrote down under this name. */
  notebookPage(shopId: ShopId, name: string): Promise<string | null>;
  /** All pages by name. */
  notebookPages(shopId: ShopId): Promise<ReadonlyMap<string, string>>;
  products(skus: readonly string[]): Promise<ProductRow[]>;
  /** The product that stands for each article, by article SKU: its alias, else the product of the same SKU. */
  productsOfArticles(platform: PlatformId, articleSkus: readonly string[]): Promise<ReadonlyMap<string, ProductRow>>;
  stockRows(ask: StockAsk, offset: number, limit: number): Promise<StockRow[]>;
  stockRow(sku: string): Promise<StockRow | null>;
  stockCounts(query: string): Promise<Readonly<Record<StockAsk['filter'], number>>>;
  /** Pieces of a product that other orders on the desk claim before this one: packed ones, and those placed earlier. */
  reservedBefore(sku: string, order: { readonly id: OrderId; readonly placedAtMs: number }): Promise<number>;
  /** What orders on the desk claim of a product, first placed first. */
  claims(sku: string): Promise<KnownClaim[]>;
  /** Counted products that these orders have articles of, or any order on the desk when null. */
  countedProducts(orders: readonly OrderId[] | null): Promise<string[]>;
  /** Pieces that left with this order, by product: the sum of its stock moves. */
  piecesMoved(orderId: OrderId): Promise<ReadonlyMap<string, number>>;
  /** Orders on the desk that ask for any of these products, first placed first. */
  deskOrdersFor(skus: readonly string[]): Promise<OrderId[]>;
  /** Orders on the desk that ask for a product with a floor price, first placed first. */
  deskOrdersWithFloor(): Promise<OrderId[]>;
  unmappedArticles(limit: number): Promise<UnmappedArticle[]>;
  unmappedCount(): Promise<number>;
  /** Currencies of products' costs and floors, and of lines of orders on the desk. */
  currenciesInUse(): Promise<string[]>;
  /** Newest first. */
  stockMoves(sku: string, limit: number): Promise<StockMoveRow[]>;
}

/** Everything that may be changed; handed out only inside a unit of work. */
export interface Writes extends Reads {
  /** Inserts or replaces the order, its lines, parcels, address, search words and card in one go. */
  saveOrder(order: Order): Promise<void>;
  appendJournal(entries: readonly NewJournalEntry[]): Promise<void>;
  markUndone(orderId: OrderId, commandId: CommandId, atMs: number): Promise<void>;
  saveRawPayload(orderId: OrderId, raw: string, atMs: number): Promise<void>;
  saveOddOrder(row: OddOrderRow): Promise<void>;

  addEffects(rows: readonly NewEffectRow[]): Promise<void>;
  saveEffect(row: EffectRow): Promise<void>;

  /** Inserts or replaces the case of this id, with the platform's own text. */
  saveAfterSale(row: AfterSaleRow, raw: string): Promise<void>;
  linkAfterSale(id: AfterSaleId, orderId: OrderId): Promise<void>;

  saveLabel(row: LabelRow): Promise<void>;
  /** Inserts unless a job of the same key is there; tells which row stands. */
  addPrintJob(row: PrintJobRow): Promise<{ readonly row: PrintJobRow; readonly isNew: boolean }>;
  savePrintJob(row: PrintJobRow): Promise<void>;
  savePrintBatch(row: PrintBatchRow): Promise<void>;
  /** Takes the row's roles from every other printer. */
  savePrinter(row: PrinterRow): Promise<void>;
  removePrinter(id: PrinterId): Promise<void>;
  saveLabelFit(row: LabelFitRow): Promise<void>;
  removeLabelFit(key: string): Promise<void>;
  addSlipPrint(row: SlipPrintRow): Promise<void>;
  saveSetting(name: string, json: string): Promise<void>;

  saveShop(row: ShopRow): Promise<void>;
  /** Removes the shop with its orders, journal, labels and outbox. */
  removeShop(id: ShopId): Promise<void>;
  saveCursor(shopId: ShopId, stream: string, cursor: string): Promise<void>;
  saveReconcileReport(shopId: ShopId, report: ReconcileReport): Promise<void>;
  /** null forgets the name. */
  saveNotebookPage(shopId: ShopId, name: string, text: string | null): Promise<void>;
  saveProducts(rows: readonly ProductRow[]): Promise<void>;
  removeProduct(sku: string): Promise<void>;
  /** `sku` null takes the alias back. */
  saveAlias(platform: PlatformId, articleSku: string, sku: string | null): Promise<void>;
  addStockMove(row: StockMoveRow): Promise<void>;

  saveTag(row: TagRow): Promise<void>;
  removeTag(id: TagId): Promise<void>;
  saveView(row: ViewRow): Promise<void>;
  removeView(id: ViewId): Promise<void>;
  /** With its first piece, which may be all of it. */
  addAttachment(row: AttachmentRow, piece: Uint8Array): Promise<void>;
  /** The next piece: a large file in one would hold up the board. */
  appendAttachment(id: AttachmentId, piece: Uint8Array): Promise<void>;
  saveAttachment(row: AttachmentRow): Promise<void>;
  /**
   * Drops pieces of attachments that were removed before this, a few at a call, then their rows; answers how many. 0:
   * all are gone.
   */
  dropAttachments(removedBeforeMs: number): Promise<number>;
}
