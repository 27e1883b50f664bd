import { ContractError } from '../../contract/errors.ts';
import type { OutcomeList } from '../../contract/methods/outcome.ts';
import type { Command } from '../../core/order/commands.ts';
import type { CaseId, OrderId } from '../../core/shared/ids.ts';
import { listOrderCases } from '../cases/order-case-views.ts';
import type { AppDeps } from '../deps.ts';
import { runCommand } from '../orders/run-command.ts';
import type { HandlersOf } from './handler-table.ts';

/** Cases of ours: their list, and what the seller does with them. None of it leaves the house, so no worker is woken. */
export function casesHandlers(deps: AppDeps): HandlersOf<'cases'> {
  const run = async (ids: readonly OrderId[], commandFor: () => Command): Promise<OutcomeList> => {
    const outcome = await runCommand(deps, ids, commandFor);
    if (outcome.commandId !== null)
      deps.events.emit('afterSales.changed', { revision: await deps.store.read.revision() });
    return outcome;
  };
  const runOnCase = async (orderId: string, command: Command): Promise<OutcomeList> => {
    if ((await deps.store.read.order(orderId as OrderId)) === null) throw new ContractError('not-found');
    return run([orderId as OrderId], () => command);
  };
  return {
    'cases.list': (input) => listOrderCases(deps, input),
    'cases.open': ({ ids, kind, reason, note, dueAtMs }) =>
      run(ids as OrderId[], () => ({
        kind: 'open-case',
        caseId: deps.ids.next() as CaseId,
        caseKind: kind,
        reason,
        note,
        dueAtMs,
        afterSaleId: null,
      })),
    'cases.change': ({ orderId, caseId, kind, reason, dueAtMs }) =>
      runOnCase(orderId, { kind: 'change-case', caseId: caseId as CaseId, caseKind: kind, reason, dueAtMs }),
    'cases.note': ({ orderId, caseId, text }) =>
      runOnCase(orderId, { kind: 'note-case', caseId: caseId as CaseId, text }),
    'cases.close': ({ orderId, caseId, outcome }) =>
      runOnCase(orderId, { kind: 'close-case', caseId: caseId as CaseId, outcome }),
  };
}
