import { Worker } from 'node:worker_threads';
import type { RasterReply, RasterRequest } from './messages.ts';

export interface LaneOptions {
  readonly workerFile: string | URL;
  readonly jobLimitMs: number;
  /** A worker without work for this long is ended, with the memory it holds; null: never. */
  readonly idleLimitMs: number | null;
}

interface Job {
  readonly resolve: (reply: RasterReply) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One worker thread with one request at a time, started when it is first needed. When it dies, hangs or loses its head
 * over a label, that request fails and the next one gets a new worker.
 */
export class RasterLane {
  readonly #options: LaneOptions;
  #job: Job | null = null;
  #timer: NodeJS.Timeout | undefined;
  #worker: Worker | null = null;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  get isBusy(): boolean {
    return this.#job !== null;
  }

  /** True while it has no worker: the next request waits for one to start. */
  get isCold(): boolean {
    return this.#worker === null;
  }

  /** Only while not busy. */
  run(request: RasterRequest): Promise<RasterReply> {
    clearTimeout(this.#timer);
    return new Promise((resolve, reject) => {
      this.#job = { resolve, reject };
      this.#timer = setTimeout(
        () => void this.retire(new Error('the rasteriser took too long')),
        this.#options.jobLimitMs,
      );
      const worker = (this.#worker ??= this.#start());
      worker.postMessage(request);
    });
  }

  /** Ends the worker; the request it was at fails. */
  async retire(error: Error): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#take()?.reject(error);
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#options.workerFile);
    worker.unref();
    const ended = (why: string): void => {
      if (this.#worker === worker) void this.retire(new Error(`the rasteriser ${why}`));
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
    if (reply.kind === 'broken') return void this.retire(new Error(reply.message));
    this.#take()?.resolve(reply);
    if (this.#options.idleLimitMs === null || this.#job !== null) return;
    this.#timer = setTimeout(() => void this.retire(new Error('idle')), this.#options.idleLimitMs);
    this.#timer.unref();
  }

  #take(): Job | null {
    clearTimeout(this.#timer);
    const job = this.#job;
    this.#job = null;
    return job;
  }
}
