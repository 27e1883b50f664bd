import { type AfterSalePage, PlatformFault } from '../../../app/ports/platform-connector.ts';
import { type AfterSalesCursor, readAfterSalesCursor, type Source, SOURCES } from './after-sales-cursor.ts';
import { lookAtCancelRequests } from './cancel-requests.ts';
import { nothingSeen, type SourceLook } from './case-source.ts';
import type { ConnectorContext } from './context.ts';
import { feedbackCases } from './feedback-report.ts';
import { lookAtMoney } from './money-events.ts';
import { lookAtReport } from './report-task.ts';
import { returnCases } from './returns-report.ts';

/**
 * One page of cases. A round goes through the sources; each is read when its time has come. Reports are asked for in one
 * round and fetched in a later one, so nothing is ever waited for. A source that fails beside others is named in a warning
 * and comes again with the next round; the last one's fault is the round's. Throws PlatformFault.
 */
export async function pullAfterSales(context: ConnectorContext, cursorText: string | null): Promise<AfterSalePage> {
  let cursor = readAfterSalesCursor(cursorText);
  const warnings: string[] = [];
  for (;;) {
    const { step } = cursor;
    const isLast = step === SOURCES.at(-1);
    const look = await tryLook(context, cursor, isLast, warnings);
    const next = { ...cursor, [step]: look.task, step: look.hasMore ? step : sourceAfter(step) };
    const isThrough = isLast && !look.hasMore;
    warnings.push(...look.warnings);
    if (isThrough || look.hasMore || look.cases.length + look.odd.length > 0) {
      return { cases: look.cases, odd: look.odd, nextCursor: JSON.stringify(next), hasMore: !isThrough, warnings };
    }
    cursor = next;
  }
}

const sourceAfter = (step: Source): Source => SOURCES[(SOURCES.indexOf(step) + 1) % SOURCES.length] ?? SOURCES[0];

async function tryLook(
  context: ConnectorContext,
  cursor: AfterSalesCursor,
  isLast: boolean,
  warnings: string[],
): Promise<SourceLook<unknown>> {
  try {
    return await lookAt(context, cursor);
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error;
    const { outcome } = error;
    const code = 'code' in outcome ? outcome.code : outcome.kind;
    if (outcome.kind === 'needs-login' || (isLast && code !== 'missing-role')) throw error;
    warnings.push(code === 'missing-role' ? `missing-role:${cursor.step}` : `unread:${cursor.step}:${code}`);
    return nothingSeen(code === 'missing-role' ? restedTask(context, cursor) : cursor[cursor.step]);
  }
}

/** A source that is not allowed rests like one that was read. */
function restedTask(context: ConnectorContext, cursor: AfterSalesCursor): unknown {
  return { ...cursor[cursor.step], doneAtMs: context.clock.nowMs() };
}

async function lookAt(context: ConnectorContext, cursor: AfterSalesCursor): Promise<SourceLook<unknown>> {
  const { timings } = context;
  switch (cursor.step) {
    case 'money':
      return await lookAtMoney(context, cursor.money);
    case 'returns':
      return await lookAtReport(context, cursor.returns, {
        type: 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE',
        // 60 days are the most; a return is listed under the day of its request, and may move long after.
        days: 59,
        everyMs: timings.returnsEveryMs,
        name: 'returns',
        read: returnCases,
      });
    case 'feedback':
      return await lookAtReport(context, cursor.feedback, {
        type: 'GET_SELLER_FEEDBACK_DATA',
        days: 30,
        everyMs: timings.feedbackEveryMs,
        name: 'feedback',
        read: feedbackCases,
      });
    case 'cancelRequests':
      return await lookAtCancelRequests(context, cursor.cancelRequests);
  }
}
