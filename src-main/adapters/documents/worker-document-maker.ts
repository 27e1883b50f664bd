import { BarcodeImpossible, type DocumentMaker, type MadeDocument } from '../../app/ports/documents.ts';
import type { DocumentMakerOptions } from './document-maker.ts';
import { DrawingThread } from './drawing-thread.ts';
import type { DrawingReply, DrawingRequest } from './messages.ts';

export interface WorkerDocumentMakerOptions extends DocumentMakerOptions {
  /** The worker's built file; a test passes the source. */
  readonly workerFile: string | URL;
  /** A drawing that takes longer is given up and the worker replaced. */
  readonly jobLimitMs?: number;
  /** A worker without work for this long is ended: the open fonts hold about a hundred megabytes. */
  readonly idleLimitMs?: number;
}

const JOB_LIMIT_MS = 60_000;
const IDLE_LIMIT_MS = 3 * 60_000;

/**
 * Draws in a worker thread, one document after the other, so that a long list never keeps the window waiting. The
 * worker starts with the first document and is kept warm between documents. A document that kills or hangs it fails
 * alone.
 */
export function createWorkerDocumentMaker(options: WorkerDocumentMakerOptions): DocumentMaker {
  const { workerFile, fontsFolder, jobLimitMs = JOB_LIMIT_MS, idleLimitMs = IDLE_LIMIT_MS } = options;
  const thread = new DrawingThread({ workerFile, start: { fontsFolder }, jobLimitMs, idleLimitMs });
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const ask = (request: DrawingRequest): Promise<DrawingReply> => {
    const turn = last.then(() => {
      if (isClosed) throw new Error('the document maker was closed');
      return thread.run(request);
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  const document = async (request: DrawingRequest): Promise<MadeDocument> => {
    const reply = await ask(request);
    return reply.kind === 'document' ? reply.made : refuse(reply);
  };
  return {
    ownLabel: (...given) => document({ kind: 'label', given }),
    receipt: (...given) => document({ kind: 'receipt', given }),
    slipPdf: async (...given) => {
      const reply = await ask({ kind: 'slip', given });
      return reply.kind === 'slip' ? reply.made : refuse(reply);
    },
    close: async () => {
      isClosed = true;
      await thread.retire('was stopped');
    },
  };
}

/** Throws what was thrown in the worker. */
function refuse(reply: DrawingReply): never {
  if (reply.kind === 'impossible') throw new BarcodeImpossible(reply.reason);
  throw new Error(reply.kind === 'failed' ? reply.message : `unexpected reply ${reply.kind}`);
}
