import { Worker } from 'node:worker_threads';
import { LabelUnreadable, type LabelRasteriser } from '../../../app/ports/printing.ts';
import type { RasterReply, RasterRequest } from './messages.ts';

export interface RasteriserOptions {
  /** The worker's built file; a test passes the source. */
  readonly workerFile: string | URL;
  /** Reads barcodes back from the dots before they are printed. On unless told. */
  readonly scanCheck?: boolean;
  /** A label that takes longer is given up and the worker replaced. */
  readonly jobLimitMs?: number;
}

type Unsent = RasterRequest extends infer Request ? (Request extends { id: number } ? Omit<Request, 'id'> : never) : never;

interface Pending {
  readonly resolve: (reply: RasterReply) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

const JOB_LIMIT_MS = 20_000;

/** A rasteriser in a worker thread that is kept warm; a worker that dies or hangs fails its jobs and is replaced. */
export function createRasteriser(options: RasteriserOptions): LabelRasteriser {
  return new WorkerRasteriser(options);
}

class WorkerRasteriser implements LabelRasteriser {
  readonly #options: RasteriserOptions;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #lastId = 0;

  constructor(options: RasteriserOptions) {
    this.#options = options;
    void this.#ask({ kind: 'warm-up' }).catch(() => undefined);
  }

  async rasterise(...[document, profile]: Parameters<LabelRasteriser['rasterise']>): ReturnType<LabelRasteriser['rasterise']> {
    const reply = await this.#ask({ kind: 'rasterise', document, profile, isChecked: this.#options.scanCheck ?? true });
    if (reply.kind !== 'pages') throw new Error(`unexpected reply ${reply.kind}`);
    return reply.pages;
  }

  async readBarcodes(...[document]: Parameters<LabelRasteriser['readBarcodes']>): ReturnType<LabelRasteriser['readBarcodes']> {
    const reply = await this.#ask({ kind: 'read', document });
    if (reply.kind !== 'codes') throw new Error(`unexpected reply ${reply.kind}`);
    return reply.codes;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#fail(new Error('the rasteriser was closed'));
    await worker?.terminate();
  }

  async #ask(request: Unsent): Promise<RasterReply> {
    this.#lastId += 1;
    const id = this.#lastId;
    const worker = (this.#worker ??= this.#start());
    const reply = await new Promise<RasterReply>((resolve, reject) => {
      const limitMs = (this.#options.jobLimitMs ?? JOB_LIMIT_MS) * (this.#pending.size + 1);
      const timer = setTimeout(() => this.#replace(worker, 'took too long'), limitMs);
      this.#pending.set(id, { resolve, reject, timer });
      worker.postMessage({ ...request, id } satisfies RasterRequest);
    });
    if (reply.kind === 'unreadable') throw new LabelUnreadable(reply.reason);
    if (reply.kind === 'broken') throw new Error(reply.message);
    return reply;
  }

  #start(): Worker {
    const worker = new Worker(this.#options.workerFile);
    worker.unref();
    worker.on('message', (reply: RasterReply) => {
      const pending = this.#pending.get(reply.id);
      if (pending === undefined) return;
      clearTimeout(pending.timer);
      this.#pending.delete(reply.id);
      pending.resolve(reply);
    });
    worker.on('error', (error: Error) => this.#replace(worker, error.message));
    worker.on('exit', () => this.#replace(worker, 'ended'));
    return worker;
  }

  #replace(worker: Worker, why: string): void {
    if (this.#worker !== worker) return;
    this.#fail(new Error(`the rasteriser ${why}`));
    void worker.terminate();
  }

  #fail(error: Error): void {
    this.#worker = null;
    for (const { reject, timer } of this.#pending.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#pending.clear();
  }
}
