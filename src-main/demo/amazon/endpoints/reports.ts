import * as z from 'zod';
import { instant, readUtcInstant } from '../answers/values.ts';
import { bodyOf, checkMarketplaces, type Call, type Operation, type Outcome } from '../operation.ts';
import { invalidInput, notFound, unauthorized } from '../refusal.ts';
import { reportKinds } from '../reports/report-content.ts';
import type { AmazonReport } from '../world.ts';
import { presignedUrl } from './documents.ts';

// Which role a report asks for depends on its type, so it is checked in the handlers.
const shared = { roles: [], hasNumberedCodes: true } as const;

/** Reports v2021-06-30. */
export const reportOperations: readonly Operation[] = [
  {
    ...shared,
    name: 'createReport',
    method: 'POST',
    path: '/reports/2021-06-30/reports',
    limit: { ratePerSecond: 0.0167, burst: 15 },
    run: createReport,
  },
  {
    ...shared,
    name: 'getReport',
    method: 'GET',
    path: '/reports/2021-06-30/reports/{reportId}',
    limit: { ratePerSecond: 2, burst: 15 },
    run: (call) => ({ status: 200, body: reportView(reportOf(call)) }),
  },
  {
    ...shared,
    name: 'getReportDocument',
    method: 'GET',
    path: '/reports/2021-06-30/documents/{reportDocumentId}',
    limit: { ratePerSecond: 0.0167, burst: 15 },
    isRestricted: isPersonal,
    run: getDocument,
  },
];

const day = 86_400_000;
const instantField = z.string().refine((text) => !Number.isNaN(readUtcInstant(text)), 'must be in ISO 8601 format.');
const reportSchema = z.strictObject({
  reportType: z.string().min(1),
  marketplaceIds: z.array(z.string()).min(1, 'must not be empty.').max(25, 'must not have more than 25 values.'),
  dataStartTime: instantField.exactOptional(),
  dataEndTime: instantField.exactOptional(),
  reportOptions: z.record(z.string(), z.string()).exactOptional(),
});

function createReport(call: Call): Outcome {
  const { reportType, marketplaceIds, dataStartTime, dataEndTime } = bodyOf(call, reportSchema);
  const kind = reportKinds[reportType];
  if (kind === undefined) throw invalidInput(`Report type ${reportType} is invalid.`);
  if (!kind.roles.some((role) => call.roles.includes(role))) throw unauthorized('');
  checkMarketplaces(call, marketplaceIds);
  const dataEndMs = dataEndTime === undefined ? call.nowMs : Math.min(call.nowMs, readUtcInstant(dataEndTime));
  const dataStartMs = dataStartTime === undefined ? dataEndMs - 30 * day : readUtcInstant(dataStartTime);
  if (dataStartMs > dataEndMs) throw invalidInput('dataStartTime is after dataEndTime.');
  const startsAtMs = call.nowMs + call.timings.reportStartMs;
  const report: AmazonReport = {
    reportId: String(60_000_000_000 + call.store.newSerial()),
    reportType,
    region: call.account.region,
    marketplaceIds,
    createdAtMs: call.nowMs,
    startsAtMs,
    endsAtMs: startsAtMs + call.timings.reportWorkMs,
    dataStartMs,
    dataEndMs,
    documentId: null,
    status: call.fault('report-fatal') === undefined ? 'IN_QUEUE' : 'FATAL',
  };
  call.store.world.reports.push(report);
  return { status: 202, body: { reportId: report.reportId } };
}

function isPersonal(call: Call): boolean {
  const report = call.store.world.reports.find(({ documentId }) => documentId === call.params['reportDocumentId']);
  return report !== undefined && reportKinds[report.reportType]?.isRestricted === true;
}

function getDocument(call: Call): Outcome {
  const document = call.store.document(call.params['reportDocumentId'] ?? '');
  if (document === undefined || document.region !== call.account.region || document.kind !== 'report') {
    throw notFound('The report document was not found.');
  }
  return {
    status: 200,
    body: {
      reportDocumentId: document.documentId,
      url: presignedUrl(call, document),
      compressionAlgorithm: document.isGzip ? 'GZIP' : undefined,
    },
  };
}

function reportOf(call: Call): AmazonReport {
  const report = call.store.world.reports.find(({ reportId }) => reportId === call.params['reportId']);
  if (report === undefined || report.region !== call.account.region) throw notFound('The report was not found.');
  return report;
}

function reportView(report: AmazonReport): unknown {
  const hasEnded = report.status !== 'IN_QUEUE' && report.status !== 'IN_PROGRESS';
  return {
    reportId: report.reportId,
    reportType: report.reportType,
    marketplaceIds: report.marketplaceIds,
    dataStartTime: instant(report.dataStartMs),
    dataEndTime: instant(report.dataEndMs),
    createdTime: instant(report.createdAtMs),
    processingStatus: report.status,
    processingStartTime: report.status === 'IN_QUEUE' ? undefined : instant(report.startsAtMs),
    processingEndTime: hasEnded ? instant(report.endsAtMs) : undefined,
    reportDocumentId: report.documentId ?? undefined,
  };
}
