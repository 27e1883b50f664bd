import { type AfterSalePage, PlatformFault } from '../../../app/ports/platform-connector.ts';
import { CaseBatch } from './case-batch.ts';
import { type CasesCursor, readCasesCursor, writeCasesCursor } from './cases-cursor.ts';
import type { ConnectorContext } from './context.ts';
import { readCancels } from './cancel-cases.ts';
import { readDisputes } from './dispute-cases.ts';
import { readReviews } from './review-cases.ts';

export interface PhaseResult {
  readonly cursor: CasesCursor;
  /** False when the phase goes on with the next page. */
  readonly isWhole: boolean;
}
type Phase = (context: ConnectorContext, cursor: CasesCursor, batch: CaseBatch) => Promise<PhaseResult>;

const PHASES: Readonly<Record<CasesCursor['phase'], { readonly read: Phase; readonly needs: string }>> = {
  cancels: { read: readCancels, needs: 'Order & Transaction' },
  disputes: { read: readDisputes, needs: 'Return & Refund' },
  reviews: { read: readReviews, needs: 'Evaluate' },
};
const NEXT = { cancels: 'disputes', disputes: 'reviews', reviews: null } as const;

/**
 * One page of cases: cancel requests, then disputes, then reviews, each until it is through. A kind that the app may not
 * read is passed over with a warning. Throws PlatformFault.
 */
export async function pullAfterSales(context: ConnectorContext, cursorText: string | null): Promise<AfterSalePage> {
  const stored = readCasesCursor(cursorText);
  const startedAtMs = stored.startedAtMs ?? context.gateway.platformNowMs();
  const cursor = { ...stored, startedAtMs };
  const batch = new CaseBatch();
  const warnings: string[] = [];
  const { cursor: read, isWhole } = await readPhase(context, cursor, batch, warnings);
  const next = isWhole ? NEXT[read.phase] : read.phase;
  const following: CasesCursor =
    next === null ? { ...read, phase: 'cancels', startedAtMs: null, doneAtMs: startedAtMs } : { ...read, phase: next };
  const { cases, odd } = batch;
  return { cases, odd, nextCursor: writeCasesCursor(following), hasMore: next !== null, warnings };
}

async function readPhase(
  context: ConnectorContext,
  cursor: CasesCursor,
  batch: CaseBatch,
  warnings: string[],
): Promise<PhaseResult> {
  const phase = PHASES[cursor.phase];
  try {
    return await phase.read(context, cursor, batch);
  } catch (error) {
    if (!(error instanceof PlatformFault) || error.outcome.kind !== 'rejected') throw error;
    const { code } = error.outcome;
    warnings.push(code === 'missing-role' ? `missing-role:${phase.needs}` : `${cursor.phase}-unread:${code}`);
    return { cursor, isWhole: true };
  }
}
