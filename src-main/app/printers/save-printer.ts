import { ContractError } from '../../contract/errors.ts';
import type { MethodInput } from '../../contract/index.ts';
import type { PrinterProfile } from '../../core/label/printer-profile.ts';
import type { PrinterId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { PrinterAddress } from '../ports/printers.ts';
import type { PrinterRow } from '../ports/store-printing.ts';

/**
 * Keeps a printer, new or known; its roles are taken from those that had them, and the only printer prints labels.
 * Throws ContractError 'not-found' for an unknown id, 'bad-input' (`path`) for a language its address cannot take.
 */
export async function savePrinter(deps: AppDeps, input: MethodInput<'printers.save'>): Promise<PrinterId> {
  refuseMismatch(input.address, input.profile);
  return deps.store.write(async (tx) => {
    const printers = await tx.printers();
    const known = printers.find((printer) => printer.id === input.id);
    if (input.id !== null && known === undefined) throw new ContractError('not-found');
    const isOnly = printers.every((printer) => printer.id === input.id);
    const row: PrinterRow = {
      id: known?.id ?? (deps.ids.next() as PrinterId),
      name: input.name,
      address: input.address,
      profile: input.profile,
      roles: [...new Set([...input.roles, ...(isOnly ? (['label'] as const) : [])])],
      isVirtual: known?.isVirtual ?? false,
    };
    await tx.savePrinter(row);
    return row.id;
  });
}

/** A driver draws pages and takes no printer language; every other way takes bytes. Throws ContractError 'bad-input'. */
export function refuseMismatch(address: PrinterAddress, profile: PrinterProfile): void {
  if ((address.kind === 'driver') === (profile.language === 'page')) return;
  throw new ContractError('bad-input', { path: 'profile.language' });
}

/** Throws ContractError 'not-found'. Jobs that wait for it find no printer and say so. */
export async function removePrinter(deps: AppDeps, id: PrinterId): Promise<void> {
  await deps.store.write(async (tx) => {
    if (!(await tx.printers()).some((printer) => printer.id === id)) throw new ContractError('not-found');
    await tx.removePrinter(id);
  });
}
