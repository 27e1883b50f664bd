import { parentPort } from 'node:worker_threads';
import { LabelUnreadable } from '../../../app/ports/printing.ts';
import type { RasterReply, RasterRequest } from './messages.ts';
import { pdfium } from './pdfium.ts';
import { rasterise, readDocument } from './rasterise.ts';

/** The worker's side: one request after the other, so that memory stays bounded. */
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (request: RasterRequest) => {
  last = last.then(async () => {
    const reply = await answer(request);
    const buffers = reply.kind === 'pages' ? reply.pages.map((page) => page.bitmap.data.buffer as ArrayBuffer) : [];
    parentPort?.postMessage(reply, buffers);
  });
});

async function answer(request: RasterRequest): Promise<RasterReply> {
  const { id } = request;
  try {
    switch (request.kind) {
      case 'rasterise':
        return { id, kind: 'pages', pages: await rasterise(request.document, request.profile, request.isChecked) };
      case 'read':
        return { id, kind: 'codes', codes: await readDocument(request.document) };
      case 'warm-up':
        await pdfium();
        return { id, kind: 'warm' };
    }
  } catch (error) {
    if (error instanceof LabelUnreadable) return { id, kind: 'unreadable', reason: error.reason };
    return { id, kind: 'broken', message: error instanceof Error ? error.message : 'unknown' };
  }
}
