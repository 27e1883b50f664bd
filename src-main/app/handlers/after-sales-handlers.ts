import { answerCase } from '../cases/answer-case.ts';
import { listCases } from '../cases/case-views.ts';
import type { AppDeps } from '../deps.ts';
import type { Workers } from '../workers.ts';
import type { HandlersOf } from './handler-table.ts';

/** Cases: reading them, and answering where the platform's API takes an answer. */
export function afterSalesHandlers(deps: AppDeps, workers: Workers): HandlersOf<'afterSales'> {
  return {
    'afterSales.list': (input) => listCases(deps, input),
    'afterSales.answer': async (input) => {
      const outcome = await answerCase(deps, input);
      workers.wake();
      return outcome;
    },
  };
}
