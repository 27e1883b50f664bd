import { createHash } from 'node:crypto';
import { kindOfLabel } from '../../../core/label/label-kind.ts';
import { LabelUnreadable, type LabelDocument, type LabelRasteriser } from '../../../app/ports/printing.ts';
import type { RasterReply, RasterRequest, ReplyOf } from './messages.ts';
import { RasterLane } from './raster-lane.ts';
import { SeenDocuments } from './seen-documents.ts';

export interface RasteriserOptions {
  /** The worker's built file; a test passes the source. */
  readonly workerFile: string | URL;
  /** Reads barcodes back from the dots before they are printed. On unless told. */
  readonly scanCheck?: boolean;
  /** A label that takes longer is given up and the worker replaced. */
  readonly jobLimitMs?: number;
  /** Workers side by side; two unless told. */
  readonly workers?: number;
}

interface Waiting {
  readonly request: RasterRequest;
  /** Only the first worker loads the nine megabytes that draw ZPL. */
  readonly isFirstOnly: boolean;
  readonly resolve: (reply: RasterReply) => void;
  readonly reject: (error: Error) => void;
}

const JOB_LIMIT_MS = 20_000;
/** The second worker is for batches; it gives its memory back after them. */
const IDLE_LIMIT_MS = 60_000;
/** Starting a worker takes as long as a few labels do. */
const QUEUE_FOR_HELP = 4;

/**
 * A rasteriser in worker threads: the first is kept warm, others come when labels wait. A label that kills or hangs its
 * worker fails alone; the labels behind it go on.
 */
export function createRasteriser(options: RasteriserOptions): LabelRasteriser {
  return new WorkerRasteriser(options);
}

class WorkerRasteriser implements LabelRasteriser {
  readonly #isChecked: boolean;
  readonly #lanes: readonly RasterLane[];
  readonly #seen = new SeenDocuments();
  readonly #waiting: Waiting[] = [];
  #isClosed = false;

  constructor({ workerFile, scanCheck, jobLimitMs, workers }: RasteriserOptions) {
    this.#isChecked = scanCheck ?? true;
    this.#lanes = Array.from(
      { length: workers ?? 2 },
      (_, index) =>
        new RasterLane({
          workerFile,
          jobLimitMs: jobLimitMs ?? JOB_LIMIT_MS,
          idleLimitMs: index === 0 ? null : IDLE_LIMIT_MS,
        }),
    );
    // A worker that cannot start is told to whoever prints first.
    void this.#ask('warm', { kind: 'warm-up' }, true).catch(() => undefined);
  }

  async rasterise(
    ...[document, profile, options]: Parameters<LabelRasteriser['rasterise']>
  ): ReturnType<LabelRasteriser['rasterise']> {
    const digest = digestOf(document);
    const { fit = null, mark = null } = options ?? {};
    const known = this.#seen.parts(digest);
    const isChecked = this.#isChecked;
    const reply = await this.#ask(
      'pages',
      { kind: 'rasterise', document, profile, fit, mark, isChecked, known },
      isZpl(document),
    );
    // A page of any other kind has a size that depends on the stock.
    if (kindOfLabel(document.bytes) === 'pdf') this.#seen.add(digest, reply.learnt, reply.firstPage);
    else if (!isZpl(document)) this.#seen.add(digest, reply.learnt);
    return reply.pages;
  }

  async readBarcodes(
    ...[document]: Parameters<LabelRasteriser['readBarcodes']>
  ): ReturnType<LabelRasteriser['readBarcodes']> {
    return (await this.#ask('codes', { kind: 'read', document }, isZpl(document))).codes;
  }

  async firstPageSize(
    ...[document]: Parameters<LabelRasteriser['firstPageSize']>
  ): ReturnType<LabelRasteriser['firstPageSize']> {
    const digest = digestOf(document);
    const known = this.#seen.firstPage(digest);
    if (known !== null) return known;
    const { firstPage } = await this.#ask('size', { kind: 'size', document }, isZpl(document));
    this.#seen.add(digest, [], firstPage);
    return firstPage;
  }

  async sourcePages(
    ...[document]: Parameters<LabelRasteriser['sourcePages']>
  ): ReturnType<LabelRasteriser['sourcePages']> {
    return (await this.#ask('sources', { kind: 'sources', document }, isZpl(document))).sources;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const error = new Error('the rasteriser was closed');
    for (const job of this.#waiting.splice(0)) job.reject(error);
    await Promise.all(this.#lanes.map((lane) => lane.retire(error)));
  }

  async #ask<Kind extends RasterReply['kind']>(
    kind: Kind,
    request: RasterRequest,
    isFirstOnly: boolean,
  ): Promise<ReplyOf<Kind>> {
    if (this.#isClosed) throw new Error('the rasteriser was closed');
    const reply = await new Promise<RasterReply>((resolve, reject) => {
      this.#waiting.push({ request, isFirstOnly, resolve, reject });
      this.#next();
    });
    if (reply.kind === 'unreadable') throw new LabelUnreadable(reply.reason);
    if (!isReply(reply, kind)) throw new Error(`unexpected reply ${reply.kind}`);
    return reply;
  }

  /** Gives every free worker the first waiting request that it may take; a helper is started when many wait. */
  #next(): void {
    for (const [index, lane] of this.#lanes.entries()) {
      if (lane.isBusy) continue;
      const isFirst = index === 0;
      if (!isFirst && lane.isCold) {
        if (this.#waiting.length >= QUEUE_FOR_HELP) this.#run(lane, { kind: 'warm-up' }, NOBODY);
        continue;
      }
      const at = this.#waiting.findIndex((job) => isFirst || !job.isFirstOnly);
      const [job] = at < 0 ? [] : this.#waiting.splice(at, 1);
      if (job !== undefined) this.#run(lane, job.request, job);
    }
  }

  #run(lane: RasterLane, request: RasterRequest, { resolve, reject }: Pick<Waiting, 'resolve' | 'reject'>): void {
    void lane
      .run(request)
      .then(resolve, reject)
      .finally(() => this.#next());
  }
}

const NOBODY: Pick<Waiting, 'resolve' | 'reject'> = { resolve: () => undefined, reject: () => undefined };

function isReply<Kind extends RasterReply['kind']>(reply: RasterReply, kind: Kind): reply is ReplyOf<Kind> {
  return reply.kind === kind;
}

function isZpl({ bytes }: LabelDocument): boolean {
  return kindOfLabel(bytes) === 'zpl';
}

function digestOf({ bytes }: LabelDocument): string {
  return createHash('sha256').update(bytes).digest('base64');
}
