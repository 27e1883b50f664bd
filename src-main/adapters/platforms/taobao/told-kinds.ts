import type { Notebook } from '../../../app/ports/notebook.ts';
import { AFTER_SALE_KINDS, type AfterSaleKind } from '../../../core/case/after-sale.ts';

/**
 * As what a refund was told before, and now. A buyer may turn a refund into a return: the app knows cases by their kind,
 * so the one of the former kind must be closed, each time anew in case the page that closed it was lost.
 */
export async function formerKinds(
  notebook: Notebook,
  refundId: string,
  kind: AfterSaleKind,
): Promise<readonly AfterSaleKind[]> {
  const name = `case:${refundId}`;
  const told = new Set((await notebook.read(name))?.split(','));
  if (!told.has(kind)) await notebook.write(name, [...told, kind].join(','));
  return AFTER_SALE_KINDS.filter((known) => known !== kind && told.has(known));
}
