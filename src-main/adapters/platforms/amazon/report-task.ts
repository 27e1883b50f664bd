import { gunzipSync } from 'node:zlib';
import type { JsonNode } from '../shared/json.ts';
import type { ReportTask } from './after-sales-cursor.ts';
import { isDue, nothingSeen, type SourceLook, unreadableAnswer } from './case-source.ts';
import type { ConnectorContext } from './context.ts';
import { isNotFound, orThrow } from './errors.ts';
import { decodeFlatFile, type FlatRow, readFlatFile } from './flat-file.ts';
import { openMarketplaces } from './market-access.ts';
import { timeText } from './parse-time.ts';
import { memberText } from './member-text.ts';
import { isFairUrl } from './presigned.ts';

const DAY_MS = 24 * 3_600_000;
const MAX_REPORT_BYTES = 32 * 1024 * 1024;
/** A report that is not through by then never will be. */
const REPORT_LIVES_MS = DAY_MS;

export interface ReportKind {
  readonly type: string;
  /** How far back it looks. */
  readonly days: number;
  readonly everyMs: number;
  readonly name: string;
  readonly read: (rows: readonly FlatRow[]) => Pick<SourceLook<ReportTask>, 'cases' | 'odd' | 'warnings'>;
}

/**
 * Asks for a report, or looks for the one that was asked for (Reports API v2021-06-30); it takes minutes to an hour. Throws
 * PlatformFault.
 */
export async function lookAtReport(
  context: ConnectorContext,
  task: ReportTask,
  kind: ReportKind,
): Promise<SourceLook<ReportTask>> {
  const nowMs = context.clock.nowMs();
  if (task.reportId === null) {
    return isDue(task.doneAtMs, nowMs, kind.everyMs)
      ? nothingSeen({ ...task, reportId: await askFor(context, kind), askedAtMs: nowMs })
      : nothingSeen(task);
  }
  const params = { reportId: task.reportId };
  const answer = await context.proxy.call('getReport', { params, isBackground: true });
  const dropped: ReportTask = { ...task, reportId: null };
  if (!answer.ok && isNotFound(answer.fault)) return nothingSeen(dropped, [`report-gone:${kind.name}`]);
  const { body } = orThrow(answer);
  const done: ReportTask = { ...dropped, doneAtMs: nowMs };
  switch (memberText(body, 'processingStatus')) {
    case 'DONE':
      return { task: done, hasMore: false, ...kind.read(await fetchRows(context, body)) };
    // Cancelled is also how Amazon says that there is nothing to report.
    case 'CANCELLED':
      return nothingSeen(done);
    case 'FATAL':
      return nothingSeen(done, [`report-fatal:${kind.name}`]);
    default:
      return Math.abs(nowMs - task.askedAtMs) < REPORT_LIVES_MS
        ? nothingSeen(task)
        : nothingSeen(dropped, [`report-late:${kind.name}`]);
  }
}

async function askFor(context: ConnectorContext, { type, days }: ReportKind): Promise<string> {
  const { ids } = await openMarketplaces(context);
  const body = {
    reportType: type,
    marketplaceIds: ids.slice(0, 25),
    dataStartTime: timeText(context.proxy.nowMs() - days * DAY_MS),
  };
  const answer = orThrow(await context.proxy.call('createReport', { body, isBackground: true }));
  const reportId = memberText(answer.body, 'reportId');
  if (reportId === null) throw unreadableAnswer();
  return reportId;
}

async function fetchRows({ proxy, settings }: ConnectorContext, report: JsonNode): Promise<readonly FlatRow[]> {
  const reportDocumentId = memberText(report, 'reportDocumentId');
  if (reportDocumentId === null) throw unreadableAnswer();
  const options = { params: { reportDocumentId }, isBackground: true };
  const { body } = orThrow(await proxy.call('getReportDocument', options));
  const url = memberText(body, 'url');
  if (url === null || !isFairUrl(url, settings.baseUrl)) throw unreadableAnswer();
  const { response } = orThrow(await proxy.download(url, MAX_REPORT_BYTES));
  const bytes = unpacked(response.bytes, memberText(body, 'compressionAlgorithm') === 'GZIP');
  return readFlatFile(decodeFlatFile(bytes, response.headers['content-type'] ?? ''));
}

function unpacked(bytes: Uint8Array, isGzip: boolean): Uint8Array {
  try {
    return isGzip ? gunzipSync(bytes, { maxOutputLength: MAX_REPORT_BYTES }) : bytes;
  } catch {
    throw unreadableAnswer();
  }
}
