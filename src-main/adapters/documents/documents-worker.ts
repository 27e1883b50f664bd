import { parentPort, workerData } from 'node:worker_threads';
import { BarcodeImpossible } from '../../app/ports/documents.ts';
import { createDocumentMaker } from './document-maker.ts';
import type { DrawingReply, DrawingRequest, WorkerStart } from './messages.ts';

const { fontsFolder } = workerData as WorkerStart;
const maker = createDocumentMaker({ fontsFolder });

/** The worker's side. The next request comes after the answer to this one; the bytes move over and are not copied. */
parentPort?.on('message', (request: DrawingRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply, buffersOf(reply)));
});

async function answer(request: DrawingRequest): Promise<DrawingReply> {
  try {
    switch (request.kind) {
      case 'label':
        return { kind: 'document', made: await maker.ownLabel(...request.given) };
      case 'slip':
        return { kind: 'slip', made: await maker.slipPdf(...request.given) };
      case 'receipt':
        return { kind: 'document', made: await maker.receipt(...request.given) };
    }
  } catch (error) {
    if (error instanceof BarcodeImpossible) return { kind: 'impossible', reason: error.reason };
    return { kind: 'failed', message: error instanceof Error ? error.message : 'unknown' };
  }
}

function buffersOf(reply: DrawingReply): ArrayBuffer[] {
  if (reply.kind === 'impossible' || reply.kind === 'failed') return [];
  const files = reply.kind === 'slip' ? reply.made.documents : [reply.made.bytes];
  return files.map((bytes) => bytes.buffer as ArrayBuffer);
}
