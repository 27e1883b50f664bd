import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Answer } from '../../kit/http/answer.ts';
import { headerText, type Asked } from '../../kit/http/asked.ts';
import type { Platform } from '../platform.ts';
import type { StoredDocument } from '../world.ts';

export const documentPrefix = '/documents/';

/** The bytes behind a presigned address: the address is the secret, and it dies after five minutes. */
export function answerDocument(platform: Platform, asked: Asked): Answer {
  const token = asked.url.pathname.slice(documentPrefix.length);
  const found = platform.world.documents.find(({ addresses }) => addresses.some((address) => address.token === token));
  const address = found?.addresses.find((candidate) => candidate.token === token);
  if (found === undefined || address === undefined) return refuse('AccessDenied', 'Access Denied');
  if (address.expiresAtMs <= platform.clock.nowMs()) return refuse('AccessDenied', 'Request has expired');
  if (headerText(asked.headers, 'authorization') !== '' || headerText(asked.headers, 'x-amz-access-token') !== '') {
    return refuse('InvalidArgument', 'Only one auth mechanism allowed', 400);
  }
  if (asked.method === 'PUT' && isInput(found)) return take(platform, found, asked);
  if (asked.method === 'GET' && !isInput(found)) return give(found);
  return refuse('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);
}

function isInput(document: StoredDocument): boolean {
  return document.kind === 'feed-input' || document.kind === 'upload';
}

function take(platform: Platform, document: StoredDocument, asked: Asked): Answer {
  if (headerText(asked.headers, 'content-type') !== document.contentType) {
    return refuse(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
    );
  }
  const md5 = createHash('md5').update(asked.body).digest('base64');
  if (document.contentMd5 !== null && document.contentMd5 !== md5) {
    return refuse('BadDigest', 'The Content-MD5 you specified did not match what we received.', 400);
  }
  platform.change(() => {
    document.contentBase64 = Buffer.from(asked.body).toString('base64');
  });
  return { status: 200, headers: {}, body: '' };
}

function give(document: StoredDocument): Answer {
  const bytes = Buffer.from(document.contentBase64 ?? '', 'base64');
  return {
    status: 200,
    headers: { 'Content-Type': document.contentType },
    body: document.isGzip ? gzipSync(bytes) : bytes,
  };
}

function refuse(code: string, message: string, status = 403): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'Content-Type': 'application/xml' }, body };
}
