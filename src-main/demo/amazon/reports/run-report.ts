import type { AmazonStore } from '../store.ts';
import type { AmazonReport } from '../world.ts';
import { reportKinds } from './report-content.ts';

const day = 86_400_000;

/** Moves every report on that is due. True when anything did. */
export function advanceReports(store: AmazonStore, nowMs: number): boolean {
  let hasChanged = false;
  for (const report of store.world.reports) {
    if (report.status === 'IN_QUEUE' && report.startsAtMs <= nowMs) {
      report.status = 'IN_PROGRESS';
      hasChanged = true;
    }
    if (report.status === 'IN_PROGRESS' && report.endsAtMs <= nowMs) {
      finish(store, report);
      hasChanged = true;
    }
  }
  return hasChanged;
}

function finish(store: AmazonStore, report: AmazonReport): void {
  const kind = reportKinds[report.reportType];
  const isTooLong =
    kind !== undefined && kind.mostDays !== null && report.dataEndMs - report.dataStartMs > kind.mostDays * day;
  if (kind === undefined || isTooLong) {
    report.status = 'FATAL';
    return;
  }
  const content = kind.write(store, report);
  if (content === null) {
    report.status = 'CANCELLED';
    return;
  }
  const documentId = `amzn1.spdoc.1.4.${report.region.toLowerCase()}.${store.newUuid()}`;
  const encoding = content.contentType.includes('Cp1252') ? 'latin1' : 'utf8';
  store.world.documents.push({
    documentId,
    region: report.region,
    kind: 'report',
    contentType: content.contentType,
    isGzip: content.isGzip,
    contentBase64: Buffer.from(content.text, encoding).toString('base64'),
    createdAtMs: report.endsAtMs,
    addresses: [],
    contentMd5: null,
  });
  report.documentId = documentId;
  report.status = 'DONE';
}
