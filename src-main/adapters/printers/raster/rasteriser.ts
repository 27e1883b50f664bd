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

interface Job {
  readonly request: RasterRequest;
  readonly resolve: (reply: RasterReply) => void;
  readonly reject: (error: Error) => void;
}

const JOB_LIMIT_MS = 20_000;

/**
 * A rasteriser in a worker thread that is kept warm. The worker has one label at a time; when it dies, hangs or loses
 * its head over one, that label fails, the worker is replaced, and the labels behind it go on.
 */
export function createRasteriser(options: RasteriserOptions): LabelRasteriser {
  return new WorkerRasteriser(options);
}

class WorkerRasteriser implements LabelRasteriser {
  readonly #options: RasteriserOptions;
  readonly #waiting: Job[] = [];
  #running: Job | null = null;
  #timer: NodeJS.Timeout | undefined;
  #worker: Worker | null = null;
  #isClosed = false;

  constructor(options: RasteriserOptions) {
    this.#options = options;
    // A worker that cannot start is told to whoever prints first.
    void this.#ask({ kind: 'warm-up' }).catch(() => undefined);
  }

  async rasterise(
    ...[document, profile]: Parameters<LabelRasteriser['rasterise']>
  ): ReturnType<LabelRasteriser['rasterise']> {
    const reply = await this.#ask({ kind: 'rasterise', document, profile, isChecked: this.#options.scanCheck ?? true });
    if (reply.kind !== 'pages') throw new Error(`unexpected reply ${reply.kind}`);
    return reply.pages;
  }

  async readBarcodes(
    ...[document]: Parameters<LabelRasteriser['readBarcodes']>
  ): ReturnType<LabelRasteriser['readBarcodes']> {
    const reply = await this.#ask({ kind: 'read', document });
    if (reply.kind !== 'codes') throw new Error(`unexpected reply ${reply.kind}`);
    return reply.codes;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const error = new Error('the rasteriser was closed');
    for (const job of this.#waiting.splice(0)) job.reject(error);
    await this.#retire(error);
  }

  async #ask(request: RasterRequest): Promise<RasterReply> {
    if (this.#isClosed) throw new Error('the rasteriser was closed');
    const reply = await new Promise<RasterReply>((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#next();
    });
    if (reply.kind === 'unreadable') throw new LabelUnreadable(reply.reason);
    if (reply.kind === 'broken') throw new Error(reply.message);
    return reply;
  }

  #next(): void {
    if (this.#running !== null) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    this.#running = job;
    const worker = (this.#worker ??= this.#start());
    this.#timer = setTimeout(
      () => void this.#retire(new Error('the rasteriser took too long')),
      this.#options.jobLimitMs ?? JOB_LIMIT_MS,
    );
    worker.postMessage(job.request);
  }

  #start(): Worker {
    const worker = new Worker(this.#options.workerFile);
    worker.unref();
    const ended = (why: string): void => {
      if (this.#worker === worker) void this.#retire(new Error(`the rasteriser ${why}`));
    };
    worker.on('message', (reply: RasterReply) => {
      if (this.#worker === worker) this.#answered(reply);
    });
    worker.on('error', (error: Error) => ended(error.message));
    worker.on('exit', () => ended('ended'));
    return worker;
  }

  #answered(reply: RasterReply): void {
    // An engine that broke in the middle of one label cannot be trusted with the next.
    if (reply.kind === 'broken') return void this.#retire(new Error(reply.message));
    this.#take()?.resolve(reply);
    this.#next();
  }

  /** Ends the worker; the label it was at fails, and the next one gets a new worker. */
  async #retire(error: Error): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#take()?.reject(error);
    this.#next();
    await worker?.terminate();
  }

  #take(): Job | null {
    clearTimeout(this.#timer);
    const job = this.#running;
    this.#running = null;
    return job;
  }
}
