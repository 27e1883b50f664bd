import type { CaseBatch } from './case-batch.ts';
import type { CasesCursor } from './cases-cursor.ts';
import type { ConnectorContext } from './context.ts';
import { fetchIssue, fetchIssues, findIssue, type ListedIssue } from './issues.ts';
import { fromPacific } from './pacific.ts';
import { parseDispute } from './parse-dispute.ts';

const DAY_MS = 86_400_000;
/** How far back finished disputes are looked for: at first, and later before the walk that was last complete. */
const FIRST_REACH_MS = 30 * DAY_MS;
const OVERLAP_MS = 2 * 3_600_000;

/**
 * Open disputes, those that were open and are not listed any more, and those that ended lately (also between two looks).
 * Only what is new or has changed is read in full.
 */
export async function readDisputes(
  context: ConnectorContext,
  cursor: CasesCursor,
  batch: CaseBatch,
): Promise<{ readonly cursor: CasesCursor; readonly isWhole: boolean }> {
  const startedAtMs = cursor.startedAtMs ?? context.gateway.platformNowMs();
  const sinceMs = cursor.doneAtMs === null ? startedAtMs - FIRST_REACH_MS : cursor.doneAtMs - OVERLAP_MS;
  const open = await fetchIssues(context, { status: 'processing' });
  const ended = await endedSince(context, sinceMs);
  const disputes = { ...cursor.disputes };
  const listed = [...open, ...ended];
  const changed = listed.filter((issue) => disputes[issue.id]?.modified !== markOf(issue));
  const gone = Object.entries(disputes).filter(([id, known]) => known.isOpen && !listed.some((one) => one.id === id));
  const look = async (wanted: () => Promise<ListedIssue>) => {
    const issue = await wanted();
    const node = await fetchIssue(context, issue);
    const dispute = parseDispute(node, context.gateway.platformNowMs());
    if (dispute === null) batch.addOdd(issue.id, node, 'unreadable:issue');
    else batch.add(dispute.afterSale, node, dispute.warnings);
    const isOpen = (dispute?.afterSale.stage ?? 'unknown') !== 'closed';
    disputes[issue.id] = { orderId: issue.orderId, modified: markOf(issue), isOpen };
  };
  const isWhole = await batch.each(
    [
      ...changed.map((issue) => async () => issue),
      ...gone.map(
        ([id, { orderId }]) =>
          async () =>
            await findIssue(context, orderId, id),
      ),
    ],
    look,
  );
  return { cursor: { ...cursor, disputes: isWhole ? kept(disputes, sinceMs) : disputes }, isWhole };
}

/** The status belongs to it: a dispute may end within the second of its last change. */
const markOf = ({ modified, status }: ListedIssue): string => `${modified} ${status}`;

async function endedSince(context: ConnectorContext, sinceMs: number): Promise<readonly ListedIssue[]> {
  const isRecent = (issue: ListedIssue) => (fromPacific(issue.modified) ?? sinceMs) >= sinceMs;
  const isEnough = (page: readonly ListedIssue[]) => !page.some(isRecent);
  const finished = await fetchIssues(context, { status: 'finish' }, isEnough);
  const cancelled = await fetchIssues(context, { status: 'canceled_issue' }, isEnough);
  return [...finished, ...cancelled].filter(isRecent);
}

/** Ended disputes are remembered while the list of ended ones still brings them. */
function kept(disputes: CasesCursor['disputes'], sinceMs: number): CasesCursor['disputes'] {
  const isKept = ({ isOpen, modified }: CasesCursor['disputes'][string]) =>
    isOpen || (fromPacific(modified.slice(0, 19)) ?? sinceMs) >= sinceMs;
  return Object.fromEntries(Object.entries(disputes).filter(([, known]) => isKept(known)));
}
