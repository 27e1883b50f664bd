import { AsyncLocalStorage } from 'node:async_hooks';
import { StoreFault } from './store-fault.ts';
import type { Connection } from './connection.ts';

const BUMP_REVISION = 'UPDATE change_counter SET revision = revision + 1';

/**
 * Units of work on the writing connection, one after the other: whatever a unit waits for, the next begins only when
 * it has ended. A unit within a unit would wait for itself, so it is refused.
 */
export class UnitsOfWork<Tools extends object> {
  readonly #connection: Connection;
  readonly #tools: Tools;
  readonly #current = new AsyncLocalStorage<Lease>();
  #last: Promise<unknown> = Promise.resolve();
  #isOpen = false;
  #isClosed = false;

  constructor(connection: Connection, tools: Tools) {
    this.#connection = connection;
    this.#tools = tools;
  }

  /** True while a unit's transaction is open: then the writing connection shows what is not committed yet. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Runs `work` in a transaction of its own, and gives back its answer or its error. */
  run<T>(work: (tools: Tools) => Promise<T>): Promise<T> {
    return this.#queue(() => this.#runNow(work));
  }

  /** Runs `work` between two units, outside any transaction. */
  between<T>(work: () => T): Promise<T> {
    return this.#queue(async () => work());
  }

  /** Lets the waiting units finish and takes no more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last;
  }

  #queue<T>(task: () => Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new StoreFault('closed'));
    if (this.#current.getStore()?.isOpen === true) return Promise.reject(new StoreFault('nested-write'));
    const queued = this.#last.then(task);
    this.#last = queued.catch(() => undefined);
    return queued;
  }

  async #runNow<T>(work: (tools: Tools) => Promise<T>): Promise<T> {
    const lease: Lease = { isOpen: true };
    this.#connection.begin();
    this.#isOpen = true;
    try {
      const value = await this.#current.run(lease, () => work(leased(this.#tools, lease)));
      if (this.#connection.hasWritten) this.#connection.run(BUMP_REVISION);
      this.#connection.commit();
      return value;
    } finally {
      lease.isOpen = false;
      this.#connection.rollback();
      this.#isOpen = false;
    }
  }
}

interface Lease {
  isOpen: boolean;
}

/** The tools as long as the lease runs: a unit that keeps them must not write into a later unit's transaction. */
function leased<Tools extends object>(tools: Tools, lease: Lease): Tools {
  return new Proxy(tools, {
    get(target, name, receiver): unknown {
      if (!lease.isOpen) throw new StoreFault('unit-over');
      return Reflect.get(target, name, receiver);
    },
  });
}
