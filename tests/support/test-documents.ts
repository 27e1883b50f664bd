import { fileURLToPath } from 'node:url';
import { createWorkerDocumentMaker } from '../../src-main/adapters/documents/worker-document-maker.ts';
import type { DocumentMaker } from '../../src-main/app/ports/documents.ts';

const fileAt = (place: string): string => fileURLToPath(new URL(`../../${place}`, import.meta.url));

export const FONTS_FOLDER = fileAt('assets/fonts');

/** Draws in a worker as the app does, from the sources. */
export function testDocuments(fontsFolder = FONTS_FOLDER): DocumentMaker {
  return createWorkerDocumentMaker({
    workerFile: fileAt('src-main/adapters/documents/documents-worker.ts'),
    fontsFolder,
  });
}
