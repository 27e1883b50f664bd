import type { CallError } from '../../client/call-error.ts';
import { caseItems, type CaseItem } from '../../cases/case-items.ts';
import { useQuery } from '../../stores/use-query.ts';

export interface CaseFilter {
  readonly shopId: string | null;
  readonly isOpenOnly: boolean;
}

export interface CaseList {
  /** Null until everything was read once. */
  readonly items: readonly CaseItem[] | null;
  /** How many there are in all. */
  readonly total: number;
  readonly error: CallError | null;
  readonly reload: () => void;
}

/** Cases of ours and reports of the platforms as one list; at most `limit` of each are read. */
export function useCaseItems(filter: CaseFilter, limit: number): CaseList {
  const { shopId, isOpenOnly } = filter;
  const open = useQuery('cases.list', { isOpen: true, shopId, offset: 0, limit }, ['orders.changed']);
  // A hook cannot be left out; while only open ones are shown, this one reads next to nothing.
  const endedLimit = isOpenOnly ? 1 : limit;
  const ended = useQuery('cases.list', { isOpen: false, shopId, offset: 0, limit: endedLimit }, ['orders.changed']);
  const reports = useQuery('afterSales.list', { ...filter, orderId: null, offset: 0, limit }, [
    'afterSales.changed',
    'outbox.changed',
  ]);
  const error = open.error ?? ended.error ?? reports.error;
  const reload = () => {
    for (const query of [open, ended, reports]) query.reload();
  };
  if (open.value === null || ended.value === null || reports.value === null)
    return { items: null, total: 0, error, reload };
  const ours = isOpenOnly ? open.value.cases : [...open.value.cases, ...ended.value.cases];
  const items = caseItems(ours, reports.value.cases);
  const told = items.filter((item) => item.kind === 'ours' && item.report !== null).length;
  const total = open.value.total + (isOpenOnly ? 0 : ended.value.total) + reports.value.total - told;
  return { items, total, error, reload };
}
