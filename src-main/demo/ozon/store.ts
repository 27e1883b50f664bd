import type { OzonPosting } from './posting.ts';
import { notFound } from './refusal.ts';
import type { LabelTask, OzonDeliveryMethod, OzonWarehouse, OzonWorld } from './world.ts';

/** Above 2^53 and odd, so that a client which reads ids as doubles gets a wrong one and a test can see it. */
const firstTaskId = 9_007_199_254_740_993n;

/** The world with an index by number and a stable order for the lists. */
export class WorldStore {
  readonly world: OzonWorld;
  readonly #byNumber = new Map<string, OzonPosting>();
  #sorted: readonly OzonPosting[] | null = null;

  constructor(world: OzonWorld) {
    this.world = world;
    for (const posting of world.postings) this.#byNumber.set(posting.postingNumber, posting);
  }

  find(postingNumber: string): OzonPosting | undefined {
    return this.#byNumber.get(postingNumber);
  }

  /** Throws the platform's 404. */
  posting(postingNumber: string): OzonPosting {
    const posting = this.find(postingNumber);
    if (posting === undefined) throw notFound('POSTING_NOT_FOUND');
    return posting;
  }

  add(posting: OzonPosting): void {
    if (this.#byNumber.has(posting.postingNumber)) throw new Error(`posting ${posting.postingNumber} is already there`);
    this.world.postings.push(posting);
    this.#byNumber.set(posting.postingNumber, posting);
    this.#sorted = null;
  }

  /** All postings by `in_process_at`, then number: neither ever changes, so a page never shifts under a reader. */
  byProcessTime(): readonly OzonPosting[] {
    this.#sorted ??= this.world.postings.toSorted(byProcessTime);
    return this.#sorted;
  }

  method(methodId: string): OzonDeliveryMethod {
    const method = this.world.deliveryMethods.find((candidate) => candidate.methodId === methodId);
    if (method === undefined) throw new Error(`the world has no delivery method ${methodId}`);
    return method;
  }

  warehouse(warehouseId: string): OzonWarehouse {
    const warehouse = this.world.warehouses.find((candidate) => candidate.warehouseId === warehouseId);
    if (warehouse === undefined) throw new Error(`the world has no warehouse ${warehouseId}`);
    return warehouse;
  }

  labelTask(taskId: string): LabelTask | undefined {
    return this.world.labelTasks.find((task) => task.taskId === taskId);
  }

  newId(): string {
    this.world.nextSerial += 1;
    return (firstTaskId + 2n * BigInt(this.world.nextSerial)).toString();
  }
}

function byProcessTime(first: OzonPosting, second: OzonPosting): number {
  return first.inProcessAtMs - second.inProcessAtMs || compareText(first.postingNumber, second.postingNumber);
}

/** By code unit: the order must not depend on the machine's language. */
export function compareText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
