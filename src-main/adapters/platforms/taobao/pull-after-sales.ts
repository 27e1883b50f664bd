import { type AfterSalePage, PlatformFault } from '../../../app/ports/platform-connector.ts';
import { readCaseCursor, writeCaseCursor } from './case-cursor.ts';
import type { ConnectorContext } from './context.ts';
import { pullRatings } from './pull-ratings.ts';
import { type ListPage, pullRefunds } from './pull-refunds.ts';

/**
 * One page of cases: first the refunds to their end, then the buyers' ratings to theirs. A list that the app has no role
 * for is passed over with a warning, so that it does not keep the other one back. Throws PlatformFault.
 */
export async function pullAfterSales(context: ConnectorContext, cursorText: string | null): Promise<AfterSalePage> {
  const cursor = readCaseCursor(cursorText);
  if (!cursor.areRefundsRead) {
    const { page, cursor: refunds } = await unlessForbidden(async () => await pullRefunds(context, cursor.refunds));
    const areRefundsRead = refunds.round === null;
    return { ...page, nextCursor: writeCaseCursor({ ...cursor, refunds, areRefundsRead }), hasMore: true };
  }
  const { page, cursor: ratings } = await unlessForbidden(async () => await pullRatings(context, cursor.ratings));
  const isOver = ratings.round === null;
  const nextCursor = writeCaseCursor({ ...cursor, ratings, areRefundsRead: !isOver });
  return { ...page, nextCursor, hasMore: !isOver };
}

async function unlessForbidden(read: () => Promise<ListPage>): Promise<ListPage> {
  try {
    return await read();
  } catch (error) {
    const outcome = error instanceof PlatformFault ? error.outcome : null;
    if (outcome?.kind !== 'rejected' || !outcome.code.startsWith('missing-role:')) throw error;
    return { page: { cases: [], odd: [], warnings: [outcome.code] }, cursor: { watermarkMs: null, round: null } };
  }
}
