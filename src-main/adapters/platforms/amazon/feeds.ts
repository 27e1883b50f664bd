import { gunzipSync } from 'node:zlib';
import type { ConnectorContext } from './context.ts';
import type { CallFault } from './errors.ts';
import { type FeedVerdict, readProcessingReport } from './feed-xml.ts';
import { memberText } from './member-text.ts';
import { isFairUrl } from './presigned.ts';

const CONTENT_TYPE = 'text/xml; charset=UTF-8';
const MAX_REPORT_BYTES = 8 * 1024 * 1024;

export type SentFeed =
  | { readonly ok: true; readonly feedId: string }
  /** `isSent`: the feed itself may have been created. */
  | { readonly ok: false; readonly fault: CallFault; readonly isSent: boolean };

/** Sends a feed of XML (Feeds API v2021-06-30): a document, its bytes, the feed. */
export async function sendFeed(
  { proxy, settings }: ConnectorContext,
  feedType: string,
  marketplaceId: string,
  xml: string,
): Promise<SentFeed> {
  const created = await proxy.call('createFeedDocument', { body: { contentType: CONTENT_TYPE } });
  if (!created.ok) return { ok: false, fault: created.fault, isSent: false };
  const documentId = memberText(created.body, 'feedDocumentId');
  const url = memberText(created.body, 'url');
  if (documentId === null || url === null || !isFairUrl(url, settings.baseUrl))
    return { ok: false, fault: { kind: 'unexpected-answer' }, isSent: false };
  const uploaded = await proxy.upload(url, CONTENT_TYPE, xml);
  if (!uploaded.ok) return { ok: false, fault: uploaded.fault, isSent: false };
  const body = { feedType, marketplaceIds: [marketplaceId], inputFeedDocumentId: documentId };
  const feed = await proxy.call('createFeed', { body });
  if (!feed.ok) return { ok: false, fault: feed.fault, isSent: true };
  const feedId = memberText(feed.body, 'feedId');
  return feedId === null ? { ok: false, fault: { kind: 'unexpected-answer' }, isSent: true } : { ok: true, feedId };
}

export type FeedState =
  | { readonly ok: true; readonly kind: 'under-way' | 'taken' }
  | { readonly ok: true; readonly kind: 'refused'; readonly code: string }
  | { readonly ok: false; readonly fault: CallFault };

/** How far a feed is. DONE does not mean accepted: its result is read. */
export async function feedState(context: ConnectorContext, feedId: string): Promise<FeedState> {
  const answer = await context.proxy.call('getFeed', { params: { feedId } });
  if (!answer.ok) return answer;
  const status = memberText(answer.body, 'processingStatus');
  if (status === 'FATAL' || status === 'CANCELLED')
    return { ok: true, kind: 'refused', code: `feed-${status.toLowerCase()}` };
  if (status !== 'DONE') return { ok: true, kind: 'under-way' };
  const documentId = memberText(answer.body, 'resultFeedDocumentId');
  if (documentId === null) return { ok: false, fault: { kind: 'unexpected-answer' } };
  return await readResult(context, documentId);
}

async function readResult({ proxy, settings }: ConnectorContext, feedDocumentId: string): Promise<FeedState> {
  const document = await proxy.call('getFeedDocument', { params: { feedDocumentId } });
  if (!document.ok) return document;
  const url = memberText(document.body, 'url');
  if (url === null || !isFairUrl(url, settings.baseUrl)) return { ok: false, fault: { kind: 'unexpected-answer' } };
  const file = await proxy.download(url, MAX_REPORT_BYTES);
  if (!file.ok) return file;
  const verdict = readVerdict(file.response.bytes, memberText(document.body, 'compressionAlgorithm') === 'GZIP');
  if (verdict === null) return { ok: false, fault: { kind: 'unexpected-answer' } };
  return { ok: true, ...verdict };
}

function readVerdict(bytes: Uint8Array, isGzip: boolean): FeedVerdict {
  try {
    const file = isGzip ? gunzipSync(bytes, { maxOutputLength: MAX_REPORT_BYTES }) : bytes;
    return readProcessingReport(new TextDecoder().decode(file));
  } catch {
    return null;
  }
}
