import type { OrderView } from '../../src-main/contract/methods/orders.ts';

/** The zone that the platform reckons in: of this case's own clock, else of any clock that the platform set for the order. */
export function platformZone({ deadlines }: Pick<OrderView, 'deadlines'>, caseId: string): string | null {
  const own = deadlines.find((deadline) => deadline.caseId === caseId)?.zone ?? null;
  return own ?? deadlines.find(({ zone }) => zone !== null)?.zone ?? null;
}
