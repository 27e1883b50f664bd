import type { FoundPrinterView, PrinterView } from '../../contract/methods/printers.ts';
import { startingProfile } from '../../core/label/starting-profile.ts';
import { printerPlace } from '../ports/printer-place.ts';
import type { FoundPrinter, PrinterAddress, PrinterStatus } from '../ports/printers.ts';
import type { PrinterRow } from '../ports/store-printing.ts';
import type { PrinterState } from './printer-states.ts';

/** A saved printer with its last word. */
export function printerView(row: PrinterRow, state: PrinterState | null): PrinterView {
  const { id, name, address, profile, roles, isVirtual } = row;
  return {
    id,
    name,
    address,
    profile: { ...profile, quirks: [...profile.quirks] },
    roles: [...roles],
    isVirtual,
    status: state === null ? null : statusView(state.status),
    statusAtMs: state?.atMs ?? null,
  };
}

export function statusView(status: PrinterStatus): NonNullable<PrinterView['status']> {
  return status.kind === 'answered' ? { ...status, conditions: [...status.conditions] } : status;
}

/** A printer that a search found, with the profile to begin with and the saved printer at its address. */
export function foundPrinterView(found: FoundPrinter, saved: readonly PrinterRow[]): FoundPrinterView {
  const { key, name, source, address, model, language, dpi } = found;
  const known = saved.find((row) => isSameAddress(row.address, address));
  return {
    key,
    name,
    source,
    address,
    model,
    language,
    dpi,
    profile: profileView(found),
    printerId: known?.id ?? null,
  };
}

/** The profile to begin with: pages where a driver draws, whatever the printer speaks, and bytes everywhere else. */
export function profileView(
  traits: Parameters<typeof startingProfile>[0] & { readonly address: PrinterAddress },
): PrinterView['profile'] {
  const isDrawn = isDrawnThere(traits.address);
  const likely = startingProfile(isDrawn ? { ...traits, language: 'page' } : traits);
  const isTaken = isDrawn === (likely.language === 'page');
  const profile = isTaken ? likely : startingProfile({ model: null, language: null, dpi: traits.dpi });
  const paper = traits.address.kind === 'print-client' ? WAYBILL_PAPER : {};
  return { ...profile, ...paper, quirks: [...profile.quirks] };
}

/** Most waybills are 100×180 mm; the client knows its own paper, so that this only shapes their stand-in. */
const WAYBILL_PAPER = { dpi: 203, mediaWidthMm: 100, mediaHeightMm: 180, headDots: 832, mediaTracking: 'gap' } as const;

/** True where pages are drawn by somebody else's program, which takes no printer language. */
export function isDrawnThere({ kind }: PrinterAddress): boolean {
  return kind === 'driver' || kind === 'print-client';
}

/** Whether two addresses are one place. */
export function isSameAddress(one: PrinterAddress, other: PrinterAddress): boolean {
  return printerPlace(one) === printerPlace(other);
}
