import { createHash } from 'node:crypto';
import { documentPrefix } from '../http/document-file.ts';
import type { Call } from '../operation.ts';
import type { StoredDocument } from '../world.ts';

/** A presigned address works for five minutes. */
const addressLifeMs = 300_000;

/** A new address for the document, good for five minutes from now. */
export function presignedUrl(call: Call, document: StoredDocument): string {
  const token = createHash('sha256')
    .update(`${document.documentId} ${call.random()} ${call.store.newSerial()}`)
    .digest('hex')
    .slice(0, 40);
  document.addresses.push({ token, expiresAtMs: call.nowMs + addressLifeMs });
  return `${call.baseUrl}${documentPrefix}${token}`;
}
