import type { MethodInput, MethodOutput } from '../../../src-main/contract/index.ts';
import type {
  FoundPrinterView,
  PrinterAddressView,
  PrinterRoleView,
  PrinterView,
} from '../../../src-main/contract/methods/printers.ts';

export type Profile = PrinterView['profile'];

/** A printer while it is being set up; nothing is saved before the end. */
export interface Draft {
  readonly id: string | null;
  readonly name: string;
  readonly address: PrinterAddressView;
  readonly profile: Profile;
  readonly roles: readonly PrinterRoleView[];
  /** False: nobody knows its language yet, a test label has to tell. */
  readonly isLanguageKnown: boolean;
}

export const STEPS = ['find', 'paper', 'language', 'frame', 'finish'] as const;
export type Step = (typeof STEPS)[number];

/**
 * The steps that this printer needs. A driver has no language; only labels and receipts have a frame to look at; a print
 * client lays its waybills out itself.
 */
export function stepsOf(draft: Draft | null): readonly Step[] {
  if (draft?.address.kind === 'print-client') return ['find', 'finish'];
  return STEPS.filter((step) => step !== 'language' || draft === null || !draft.isLanguageKnown);
}

/** Dots of the usual heads: 4 inches for labels, 72 mm for receipts. */
const LABEL_HEAD: Readonly<Record<Profile['dpi'], number>> = { 203: 832, 300: 1_248, 600: 2_496 };
const RECEIPT_HEAD = 576;

const LABEL: Profile = {
  language: 'tspl',
  dpi: 203,
  mediaWidthMm: 100,
  mediaHeightMm: 150,
  gapMm: 2,
  mediaTracking: 'gap',
  headDots: LABEL_HEAD[203],
  offsetXMm: 0,
  offsetYMm: 0,
  rotation: 0,
  feedScale: 1,
  inkThreshold: 160,
  cut: 'none',
  quirks: [],
  density: null,
  speedIps: null,
};

/** What a printer of this language is mostly loaded with. */
export function usualProfile(language: Profile['language'], dpi: Profile['dpi'] | null): Profile {
  if (language === 'page')
    return { ...LABEL, language, dpi: dpi ?? 300, mediaWidthMm: 210, mediaHeightMm: 297, headDots: 10_000 };
  if (language === 'escpos') {
    const paper = { mediaWidthMm: 80, mediaHeightMm: 150, gapMm: 0, mediaTracking: 'continuous', cut: 'each' } as const;
    return { ...LABEL, ...paper, language, dpi: 203, headDots: RECEIPT_HEAD };
  }
  const known = dpi ?? 203;
  return { ...LABEL, language, dpi: known, headDots: LABEL_HEAD[known] };
}

function usualRoles(language: Profile['language']): readonly PrinterRoleView[] {
  if (language === 'page') return ['sheet'];
  return language === 'escpos' ? ['slip'] : ['label'];
}

/** A printer that was found, with what it said of itself. */
export function draftOfFound(found: FoundPrinterView): Draft {
  const { language } = found.profile;
  return {
    id: found.printerId,
    name: found.name,
    address: found.address,
    profile: found.profile,
    roles: found.address.kind === 'print-client' ? ['waybill'] : usualRoles(language),
    isLanguageKnown: ['driver', 'print-client'].includes(found.address.kind) || found.language !== null,
  };
}

/** A printer by the address that was typed, with what it said when it was asked; null: it could not be asked. */
export function draftOfAddress(
  address: PrinterAddressView,
  name: string,
  asked: MethodOutput<'printers.probe'> | null,
): Draft {
  const profile = asked?.profile ?? usualProfile('tspl', null);
  return {
    id: null,
    name: asked?.model ?? name,
    address,
    profile,
    roles: usualRoles(profile.language),
    isLanguageKnown: (asked?.language ?? null) !== null,
  };
}

/** A saved printer, to be put right again. */
export function draftOfPrinter(printer: PrinterView): Draft {
  const { id, name, address, profile, roles } = printer;
  return { id, name, address, profile, roles, isLanguageKnown: true };
}

/** The draft for another language: resolution and paper stay, the rest is that language's. */
export function withLanguage(draft: Draft, language: Profile['language']): Draft {
  const { mediaWidthMm, mediaHeightMm, gapMm, mediaTracking, dpi } = draft.profile;
  const profile = { ...usualProfile(language, dpi), mediaWidthMm, mediaHeightMm, gapMm, mediaTracking };
  return { ...draft, profile };
}

/** Another resolution has another head. */
export function withDpi(profile: Profile, dpi: Profile['dpi']): Profile {
  return {
    ...profile,
    dpi,
    headDots: profile.headDots === LABEL_HEAD[profile.dpi] ? LABEL_HEAD[dpi] : profile.headDots,
  };
}

/** What is sent to save it. */
export function saveInput(draft: Draft): MethodInput<'printers.save'> {
  const { id, address, profile } = draft;
  return { id, name: draft.name.trim(), address, profile, roles: [...draft.roles] };
}
