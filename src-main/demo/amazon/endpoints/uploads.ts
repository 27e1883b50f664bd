import { requiredMarketplaces, type Call, type Operation, type Outcome } from '../operation.ts';
import { invalidInput } from '../refusal.ts';
import type { StoredDocument } from '../world.ts';
import { presignedUrl } from './documents.ts';

/** POST /uploads/2020-11-01/uploadDestinations/{resource}: a place for the attachment of a message. */
export const createUploadDestination: Operation = {
  name: 'createUploadDestinationForResource',
  method: 'POST',
  path: '/uploads/2020-11-01/uploadDestinations/{resource+}',
  limit: { ratePerSecond: 10, burst: 10 },
  roles: ['buyer-communication'],
  query: ['marketplaceIds', 'contentMD5', 'contentType'],
  run: create,
};

function create(call: Call): Outcome {
  requiredMarketplaces(call, 1);
  const contentMd5 = call.query.get('contentMD5') ?? '';
  if (!/^[A-Za-z0-9+/]{22}==$/u.test(contentMd5)) throw invalidInput('contentMD5 must be a base64 MD5 digest.');
  if (!(call.params['resource'] ?? '').startsWith('messaging/v1/orders/')) throw invalidInput('resource is invalid.');
  const contentType = call.query.get('contentType') ?? 'application/pdf';
  const document: StoredDocument = {
    documentId: `sc/${call.store.newUuid()}`,
    region: call.account.region,
    kind: 'upload',
    contentType,
    isGzip: false,
    contentBase64: null,
    createdAtMs: call.nowMs,
    addresses: [],
    contentMd5,
  };
  call.store.world.documents.push(document);
  const url = presignedUrl(call, document);
  const headers = { 'Content-Type': contentType, 'Content-MD5': contentMd5 };
  return { status: 201, body: { payload: { uploadDestinationId: document.documentId, url, headers } } };
}

/** Throws the platform's 400 for an attachment that was never uploaded. */
export function checkUploads(call: Call, attachments: readonly { uploadDestinationId: string }[]): void {
  for (const { uploadDestinationId } of attachments) {
    const document = call.store.document(uploadDestinationId);
    const isThere = document?.kind === 'upload' && document.region === call.account.region;
    if (!isThere || document.contentBase64 === null) {
      throw invalidInput(`uploadDestinationId ${uploadDestinationId} is invalid.`);
    }
  }
}
