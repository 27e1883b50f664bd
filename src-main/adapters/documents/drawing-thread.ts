import { Worker } from 'node:worker_threads';
import type { DrawingReply, DrawingRequest, WorkerStart } from './messages.ts';

export interface ThreadOptions {
  readonly workerFile: string | URL;
  readonly start: WorkerStart;
  readonly jobLimitMs: number;
  readonly idleLimitMs: number;
}

interface Job {
  readonly resolve: (reply: DrawingReply) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A worker thread with one request at a time, started when it is first needed and ended after a while without work.
 * When it dies or hangs, the request it was at fails and the next one gets a new worker.
 */
export class DrawingThread {
  readonly #options: ThreadOptions;
  #job: Job | null = null;
  #timer: NodeJS.Timeout | undefined;
  #worker: Worker | null = null;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /** Only after the last one ended. */
  run(request: DrawingRequest): Promise<DrawingReply> {
    clearTimeout(this.#timer);
    return new Promise((resolve, reject) => {
      this.#job = { resolve, reject };
      this.#timer = setTimeout(() => void this.retire('took too long'), this.#options.jobLimitMs);
      this.#worker ??= this.#start();
      this.#worker.postMessage(request);
    });
  }

  /** Ends the worker; the request it was at fails. */
  async retire(why: string): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#take()?.reject(new Error(`drawing documents ${why}`));
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#options.workerFile, { workerData: this.#options.start });
    worker.unref();
    const ended = (why: string): void => {
      if (this.#worker === worker) void this.retire(why);
    };
    worker.on('message', (reply: DrawingReply) => {
      if (this.#worker === worker) this.#answered(reply);
    });
    worker.on('error', (error: Error) => ended(`broke: ${error.message}`));
    worker.on('exit', () => ended('ended'));
    return worker;
  }

  #answered(reply: DrawingReply): void {
    this.#take()?.resolve(reply);
    this.#timer = setTimeout(() => void this.retire('was idle'), this.#options.idleLimitMs);
    this.#timer.unref();
  }

  #take(): Job | null {
    clearTimeout(this.#timer);
    const job = this.#job;
    this.#job = null;
    return job;
  }
}
