import { parentPort } from 'node:worker_threads';
import { LabelUnreadable } from '../../../app/ports/printing.ts';
import type { RasterReply, RasterRequest } from './messages.ts';
import { pdfium } from './pdfium.ts';
import { rasterise } from './rasterise.ts';
import { codeReader } from './read-codes.ts';
import { readDocument } from './read-document.ts';
import { firstPageSize, sourcePages } from './source-pages.ts';

/** The worker's side. The next request comes after the answer to this one, so memory stays bounded. */
parentPort?.on('message', (request: RasterRequest) => {
  void answer(request).then((reply) => {
    const buffers = reply.kind === 'pages' ? reply.pages.map((page) => page.bitmap.data.buffer as ArrayBuffer) : [];
    parentPort?.postMessage(reply, buffers);
  });
});

async function answer(request: RasterRequest): Promise<RasterReply> {
  try {
    switch (request.kind) {
      case 'rasterise':
        return { kind: 'pages', ...(await rasterise(request.document, request)) };
      case 'read':
        return { kind: 'codes', codes: await readDocument(request.document) };
      case 'sources':
        return { kind: 'sources', sources: await sourcePages(request.document) };
      case 'size':
        return { kind: 'size', firstPage: await firstPageSize(request.document) };
      case 'warm-up':
        await Promise.all([pdfium(), codeReader()]);
        return { kind: 'warm' };
    }
  } catch (error) {
    if (error instanceof LabelUnreadable) return { kind: 'unreadable', reason: error.reason };
    return { kind: 'broken', message: error instanceof Error ? error.message : 'unknown' };
  }
}
