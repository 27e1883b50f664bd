import { ContractError } from '../../contract/errors.ts';
import type { MethodInput } from '../../contract/index.ts';
import type { DirectOutcome } from '../../contract/methods/printers.ts';
import type { Bitmap } from '../../core/label/bitmap.ts';
import { languagePage } from '../../core/label/language-page.ts';
import type { PrinterProfile } from '../../core/label/printer-profile.ts';
import { testPage } from '../../core/label/test-page.ts';
import type { PrinterId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { PrinterAddress, TransportOutcome } from '../ports/printers.ts';
import { noteOutcome } from './note-outcome.ts';
import { payloadFor } from './payload.ts';
import { isSameAddress } from './printer-view.ts';
import type { PrinterStates } from './printer-states.ts';
import { refuseMismatch } from './save-printer.ts';

/** Shown by a system's queue. */
const TITLE = 'Chudan test';

export function testBitmap(page: 'language' | 'frame', profile: PrinterProfile): Bitmap {
  return page === 'language' ? languagePage(profile) : testPage(profile);
}

/** Prints a test label with a profile that need not be saved. Throws ContractError 'bad-input' as saving would. */
export async function tryOut(
  deps: AppDeps,
  states: PrinterStates,
  { address, profile, page }: MethodInput<'printers.tryOut'>,
): Promise<DirectOutcome> {
  refuseMismatch(address, profile);
  const outcome = await sendTest(deps, { address, profile }, testBitmap(page, profile));
  const saved = (await deps.store.read.printers()).find((row) => isSameAddress(row.address, address));
  if (saved !== undefined) await noteOutcome(states, saved.id, outcome);
  return directOutcome(outcome);
}

/** Prints the frame label on a saved printer. Throws ContractError 'not-found'. */
export async function printTestPage(deps: AppDeps, states: PrinterStates, id: PrinterId): Promise<DirectOutcome> {
  const printer = (await deps.store.read.printers()).find((candidate) => candidate.id === id);
  if (printer === undefined) throw new ContractError('not-found');
  const outcome = await sendTest(deps, printer, testPage(printer.profile));
  await noteOutcome(states, id, outcome);
  return directOutcome(outcome);
}

function sendTest(
  deps: AppDeps,
  printer: { readonly address: PrinterAddress; readonly profile: PrinterProfile },
  bitmap: Bitmap,
): Promise<TransportOutcome> {
  const payload = payloadFor([bitmap], printer.profile, deps.encode);
  return deps.transport.send(printer, payload, { title: TITLE, isStatusAsked: true });
}

/** What is certain of a direct print, for the window. */
export function directOutcome(outcome: TransportOutcome): DirectOutcome {
  const reason = outcome.kind === 'sent' || outcome.kind === 'confirmed' ? null : outcome.reason;
  return { outcome: outcome.kind, reason };
}
