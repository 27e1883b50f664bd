import { ContractError } from '../../contract/errors.ts';
import type { MethodOutput } from '../../contract/index.ts';
import { testPage } from '../../core/label/test-page.ts';
import type { PrinterId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';

/** Prints the test page and says what is certain about it. Throws ContractError 'not-found'. */
export async function printTestPage(deps: AppDeps, id: PrinterId): Promise<MethodOutput<'printing.testPage'>> {
  const printer = (await deps.store.read.printers()).find((candidate) => candidate.id === id);
  if (printer === undefined) throw new ContractError('not-found');
  const bytes = deps.encode(testPage(printer.profile), printer.profile, 1);
  const outcome = await deps.transport.send(printer.address, bytes);
  return { outcome: outcome.kind, reason: outcome.kind === 'sent' ? null : outcome.reason };
}
