import { ContractError } from '../../contract/errors.ts';
import type { MethodInput } from '../../contract/index.ts';
import type { PrinterProfile } from '../../core/label/printer-profile.ts';
import type { PrinterId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { PrinterAddress } from '../ports/printers.ts';
import type { PrinterRole, PrinterRow } from '../ports/store-printing.ts';
import { isPrintClient } from '../printing/printer-of-role.ts';
import { isDrawnThere } from './printer-view.ts';

/**
 * Keeps a printer, new or known; its roles are taken from those that had them, and the only one prints labels. A print
 * client prints waybills and nothing else: roles that do not fit are left away.
 * Throws ContractError 'not-found' for an unknown id, 'bad-input' (`path`) for a language its address cannot take.
 */
export async function savePrinter(deps: AppDeps, input: MethodInput<'printers.save'>): Promise<PrinterId> {
  refuseMismatch(input.address, input.profile);
  return deps.store.write(async (tx) => {
    const printers = await tx.printers();
    const known = printers.find((printer) => printer.id === input.id);
    if (input.id !== null && known === undefined) throw new ContractError('not-found');
    const row: PrinterRow = {
      id: known?.id ?? (deps.ids.next() as PrinterId),
      name: input.name,
      address: input.address,
      profile: input.profile,
      roles: rolesOf(input, printers),
      isVirtual: known?.isVirtual ?? false,
    };
    await tx.savePrinter(row);
    return row.id;
  });
}

function rolesOf(input: MethodInput<'printers.save'>, printers: readonly PrinterRow[]): PrinterRole[] {
  const isClient = isPrintClient(input);
  const others = printers.filter((printer) => printer.id !== input.id && isPrintClient(printer) === isClient);
  const usual: PrinterRole = isClient ? 'waybill' : 'label';
  const wished = input.roles.filter((role) => (role === 'waybill') === isClient);
  return [...new Set(others.length === 0 ? [...wished, usual] : wished)];
}

/**
 * A driver and a print client draw pages and take no printer language; every other way takes bytes. Throws ContractError
 * 'bad-input'.
 */
export function refuseMismatch(address: PrinterAddress, profile: PrinterProfile): void {
  if (isDrawnThere(address) === (profile.language === 'page')) return;
  throw new ContractError('bad-input', { path: 'profile.language' });
}

/** Throws ContractError 'not-found'. Jobs that wait for it find no printer and say so. */
export async function removePrinter(deps: AppDeps, id: PrinterId): Promise<void> {
  await deps.store.write(async (tx) => {
    if (!(await tx.printers()).some((printer) => printer.id === id)) throw new ContractError('not-found');
    await tx.removePrinter(id);
  });
}
