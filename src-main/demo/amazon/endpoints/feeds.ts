import * as z from 'zod';
import { instant } from '../answers/values.ts';
import { feedTypes } from '../feeds/run-feed.ts';
import { bodyOf, checkMarketplaces, type Call, type Operation, type Outcome } from '../operation.ts';
import { invalidInput, notFound } from '../refusal.ts';
import type { AmazonFeed } from '../world.ts';
import { presignedUrl } from './documents.ts';

const shared = { roles: ['inventory-and-order-tracking'], hasNumberedCodes: true } as const;

/** Feeds v2021-06-30. */
export const feedOperations: readonly Operation[] = [
  {
    ...shared,
    name: 'createFeedDocument',
    method: 'POST',
    path: '/feeds/2021-06-30/documents',
    limit: { ratePerSecond: 0.5, burst: 15 },
    run: createDocument,
  },
  {
    ...shared,
    name: 'createFeed',
    method: 'POST',
    path: '/feeds/2021-06-30/feeds',
    limit: { ratePerSecond: 0.0083, burst: 15 },
    run: createFeed,
  },
  {
    ...shared,
    name: 'getFeed',
    method: 'GET',
    path: '/feeds/2021-06-30/feeds/{feedId}',
    limit: { ratePerSecond: 2, burst: 15 },
    run: (call) => ({ status: 200, body: feedView(feedOf(call)) }),
  },
  {
    ...shared,
    name: 'cancelFeed',
    method: 'DELETE',
    path: '/feeds/2021-06-30/feeds/{feedId}',
    limit: { ratePerSecond: 2, burst: 15 },
    run: cancelFeed,
  },
  {
    ...shared,
    name: 'getFeedDocument',
    method: 'GET',
    path: '/feeds/2021-06-30/documents/{feedDocumentId}',
    limit: { ratePerSecond: 0.0222, burst: 10 },
    run: getDocument,
  },
];

const documentSchema = z.strictObject({ contentType: z.string().min(1, 'must not be empty.') });
const feedSchema = z.strictObject({
  feedType: z.string().min(1),
  marketplaceIds: z.array(z.string()).min(1, 'must not be empty.').max(25, 'must not have more than 25 values.'),
  inputFeedDocumentId: z.string().min(1),
  feedOptions: z.record(z.string(), z.string()).exactOptional(),
});

function createDocument(call: Call): Outcome {
  const { contentType } = bodyOf(call, documentSchema);
  const document = {
    documentId: `amzn1.tortuga.4.${call.account.region.toLowerCase()}.${call.store.newUuid()}`,
    region: call.account.region,
    kind: 'feed-input' as const,
    contentType,
    isGzip: false,
    contentBase64: null,
    createdAtMs: call.nowMs,
    addresses: [],
    contentMd5: null,
  };
  call.store.world.documents.push(document);
  return { status: 201, body: { feedDocumentId: document.documentId, url: presignedUrl(call, document) } };
}

function createFeed(call: Call): Outcome {
  const { feedType, marketplaceIds, inputFeedDocumentId } = bodyOf(call, feedSchema);
  if (!feedTypes.includes(feedType)) throw invalidInput(`Feed type ${feedType} is invalid.`);
  checkMarketplaces(call, marketplaceIds);
  const document = call.store.document(inputFeedDocumentId);
  if (document === undefined || document.region !== call.account.region || document.kind !== 'feed-input') {
    throw invalidInput('inputFeedDocumentId is invalid.');
  }
  if (document.contentBase64 === null) throw invalidInput('The feed document has no content.');
  const startsAtMs = call.nowMs + call.timings.feedStartMs;
  const feed: AmazonFeed = {
    feedId: String(50_000_000_000 + call.store.newSerial()),
    feedType,
    region: call.account.region,
    marketplaceIds,
    inputDocumentId: inputFeedDocumentId,
    resultDocumentId: null,
    createdAtMs: call.nowMs,
    startsAtMs,
    endsAtMs: startsAtMs + call.timings.feedWorkMs,
    status: call.fault('feed-fatal') === undefined ? 'IN_QUEUE' : 'FATAL',
  };
  call.store.world.feeds.push(feed);
  return { status: 202, body: { feedId: feed.feedId } };
}

function cancelFeed(call: Call): Outcome {
  const feed = feedOf(call);
  if (feed.status !== 'IN_QUEUE') throw invalidInput(`Feed ${feed.feedId} cannot be cancelled in ${feed.status}.`);
  feed.status = 'CANCELLED';
  return { status: 200, body: {} };
}

function getDocument(call: Call): Outcome {
  const document = call.store.document(call.params['feedDocumentId'] ?? '');
  if (document === undefined || document.region !== call.account.region || document.kind === 'report') {
    throw notFound('The feed document was not found.');
  }
  return {
    status: 200,
    body: {
      feedDocumentId: document.documentId,
      url: presignedUrl(call, document),
      compressionAlgorithm: document.isGzip ? 'GZIP' : undefined,
    },
  };
}

function feedOf(call: Call): AmazonFeed {
  const feed = call.store.world.feeds.find(({ feedId }) => feedId === call.params['feedId']);
  if (feed === undefined || feed.region !== call.account.region) throw notFound('The feed was not found.');
  return feed;
}

function feedView(feed: AmazonFeed): unknown {
  const hasStarted = feed.status !== 'IN_QUEUE' && feed.status !== 'CANCELLED';
  const hasEnded = feed.status === 'DONE' || feed.status === 'FATAL';
  return {
    feedId: feed.feedId,
    feedType: feed.feedType,
    marketplaceIds: feed.marketplaceIds,
    createdTime: instant(feed.createdAtMs),
    processingStatus: feed.status,
    processingStartTime: hasStarted ? instant(feed.startsAtMs) : undefined,
    processingEndTime: hasEnded ? instant(feed.endsAtMs) : undefined,
    resultFeedDocumentId: feed.resultDocumentId ?? undefined,
  };
}
