import type { Box } from './box.ts';
import type { Exchange, Question, Receipt, Ticket } from './claims.ts';
import type { CoupangWorld, VendorItem } from './world.ts';

/** Eighteen digits and odd, so that a client which reads ids as doubles gets a wrong one and a test can see it. */
const firstBoxId = 648_000_000_000_000_001n;
const firstSmallId = 116_600_000;

/** The world with an index by id and a stable order for the lists. */
export class WorldStore {
  readonly world: CoupangWorld;
  readonly #boxes = new Map<string, Box>();
  readonly #receipts = new Map<string, Receipt>();
  #sorted: readonly Box[] | null = null;

  constructor(world: CoupangWorld) {
    this.world = world;
    for (const box of world.boxes) this.#boxes.set(box.shipmentBoxId, box);
    for (const receipt of world.receipts) this.#receipts.set(receipt.receiptId, receipt);
  }

  box(shipmentBoxId: string): Box | undefined {
    return this.#boxes.get(shipmentBoxId);
  }

  /** Throws when the books have no such box. */
  knownBox(shipmentBoxId: string): Box {
    const box = this.box(shipmentBoxId);
    if (box === undefined) throw new Error(`there is no box ${shipmentBoxId}`);
    return box;
  }

  addBox(box: Box): void {
    if (this.#boxes.has(box.shipmentBoxId)) throw new Error(`box ${box.shipmentBoxId} is already there`);
    this.world.boxes.push(box);
    this.#boxes.set(box.shipmentBoxId, box);
    this.#sorted = null;
  }

  /** All boxes by the time of the order, then id: neither ever changes, so a page never shifts under a reader. */
  byOrderTime(): readonly Box[] {
    this.#sorted ??= this.world.boxes.toSorted(byOrderTime);
    return this.#sorted;
  }

  boxesOfOrder(orderId: string): Box[] {
    return this.world.boxes.filter((box) => box.orderId === orderId);
  }

  receipt(receiptId: string): Receipt | undefined {
    return this.#receipts.get(receiptId);
  }

  addReceipt(receipt: Receipt): void {
    this.world.receipts.push(receipt);
    this.#receipts.set(receipt.receiptId, receipt);
  }

  exchange(exchangeId: string): Exchange | undefined {
    return this.world.exchanges.find((exchange) => exchange.exchangeId === exchangeId);
  }

  question(inquiryId: string): Question | undefined {
    return this.world.questions.find((question) => question.inquiryId === inquiryId);
  }

  ticket(inquiryId: string): Ticket | undefined {
    return this.world.tickets.find((ticket) => ticket.inquiryId === inquiryId);
  }

  vendorItem(vendorItemId: string): VendorItem | undefined {
    return this.world.stock.find((item) => item.vendorItemId === vendorItemId);
  }

  newBoxId(): string {
    return (firstBoxId + 2n * BigInt(this.#nextSerial())).toString();
  }

  /** For receipts, exchanges, inquiries and whatever else has a short id. */
  newSmallId(): string {
    return String(firstSmallId + 7 * this.#nextSerial());
  }

  #nextSerial(): number {
    this.world.nextSerial += 1;
    return this.world.nextSerial;
  }
}

function byOrderTime(first: Box, second: Box): number {
  return first.orderedAtMs - second.orderedAtMs || compareIds(first.shipmentBoxId, second.shipmentBoxId);
}

/** Decimal ids by their size, whatever their length. */
export function compareIds(first: string, second: string): number {
  return first.length - second.length || (first < second ? -1 : first > second ? 1 : 0);
}
