import type { AmazonOrder } from '../order.ts';
import { Refusal } from '../refusal.ts';
import type { AmazonStore } from '../store.ts';
import type { AmazonTimings } from '../timings.ts';
import type { AmazonFeed } from '../world.ts';
import { acknowledge } from './acknowledgement.ts';
import { adjust } from './adjustment.ts';
import { readEnvelope } from './envelope.ts';
import { readFlatFile } from './flat-file.ts';
import { confirmFromFeed, readFulfillment, readFulfillmentRow } from './fulfillment.ts';
import { flatReport, xmlReport, type FeedResult } from './processing-report.ts';
import { textOf, type XmlElement } from './xml.ts';

/** What one run of a feed may touch. */
interface Run {
  store: AmazonStore;
  feed: AmazonFeed;
  input: string;
  timings: AmazonTimings;
  /** When the work is done, and when its effects count. */
  nowMs: number;
}

type FeedRunner = (run: Run) => { report: string; contentType: string };

const flatFulfillmentColumns = [
  'order-id',
  'order-item-id',
  'quantity',
  'ship-date',
  'carrier-code',
  'carrier-name',
  'tracking-number',
  'ship-method',
];

/** The feeds that touch orders. */
const runners: Readonly<Record<string, FeedRunner>> = {
  POST_ORDER_FULFILLMENT_DATA: xmlRunner('OrderFulfillment', ({ nowMs, timings }, order, content) =>
    confirmFromFeed(order, readFulfillment(content), nowMs, timings),
  ),
  POST_ORDER_ACKNOWLEDGEMENT_DATA: xmlRunner('OrderAcknowledgement', ({ nowMs }, order, content) =>
    acknowledge(order, content, nowMs),
  ),
  POST_PAYMENT_ADJUSTMENT_DATA: xmlRunner('OrderAdjustment', ({ store, nowMs }, order, content) =>
    adjust(store, order, content, nowMs),
  ),
  POST_FLAT_FILE_FULFILLMENT_DATA: runFlatFulfillment,
};

export const feedTypes: readonly string[] = Object.keys(runners);

/** Moves every feed on that is due, each at its own time; effects come with DONE. True when anything did. */
export function advanceFeeds(store: AmazonStore, nowMs: number, timings: AmazonTimings): boolean {
  let hasChanged = false;
  for (const feed of store.world.feeds) {
    if (feed.status === 'IN_QUEUE' && feed.startsAtMs <= nowMs) {
      feed.status = 'IN_PROGRESS';
      hasChanged = true;
    }
    if (feed.status === 'IN_PROGRESS' && feed.endsAtMs <= nowMs) {
      finish(store, feed, timings);
      hasChanged = true;
    }
  }
  return hasChanged;
}

function finish(store: AmazonStore, feed: AmazonFeed, timings: AmazonTimings): void {
  const run = runners[feed.feedType];
  const input = Buffer.from(store.document(feed.inputDocumentId)?.contentBase64 ?? '', 'base64').toString('utf8');
  try {
    if (run === undefined) throw new Error(`no feed is called ${feed.feedType}`);
    const { report, contentType } = run({ store, feed, input, timings, nowMs: feed.endsAtMs });
    feed.resultDocumentId = keepReport(store, feed, report, contentType);
    feed.status = 'DONE';
  } catch (error) {
    feed.status = 'FATAL';
    feed.resultDocumentId = keepReport(
      store,
      feed,
      error instanceof Error ? error.message : String(error),
      'text/plain; charset=UTF-8',
    );
  }
}

function keepReport(store: AmazonStore, feed: AmazonFeed, text: string, contentType: string): string {
  const documentId = `amzn1.tortuga.4.${feed.region.toLowerCase()}.${store.newUuid()}`;
  store.world.documents.push({
    documentId,
    region: feed.region,
    kind: 'feed-result',
    contentType,
    // Long ones come packed, as the document says with `compressionAlgorithm`.
    isGzip: text.length > 1_000,
    contentBase64: Buffer.from(text).toString('base64'),
    createdAtMs: feed.endsAtMs,
    addresses: [],
    contentMd5: null,
  });
  return documentId;
}

function xmlRunner(
  messageType: string,
  apply: (run: Run, order: AmazonOrder, content: XmlElement) => void,
): FeedRunner {
  return (run) => {
    const results = readEnvelope(run.input, messageType).map(({ messageId, content }): FeedResult => {
      const orderId = textOf(content, 'AmazonOrderID');
      return { messageId, orderId, error: attempt(run, orderId, (order) => apply(run, order, content)) };
    });
    return { report: xmlReport(run.feed.feedId, results), contentType: 'text/xml; charset=UTF-8' };
  };
}

function runFlatFulfillment(run: Run): { report: string; contentType: string } {
  const rows = readFlatFile(run.input, flatFulfillmentColumns);
  const results = rows.map((row, index): FeedResult => {
    const orderId = row['order-id'] ?? '';
    const error = attempt(run, orderId, (order) =>
      confirmFromFeed(order, readFulfillmentRow(row), run.nowMs, run.timings),
    );
    return { messageId: String(index + 1), orderId, error };
  });
  return { report: flatReport(results), contentType: 'text/plain; charset=UTF-8' };
}

/** One message: null when it was taken, otherwise why not. The others go on. */
function attempt({ store, feed }: Run, orderId: string, act: (order: AmazonOrder) => void): string | null {
  try {
    act(store.order(orderId, feed.region));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
