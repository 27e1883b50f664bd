import { describe, expect, it } from 'vitest';
import { METHODS } from '../../../../src-main/contract/index.ts';
import type { FoundPrinterView } from '../../../../src-main/contract/methods/printers.ts';
import {
  draftOfFound,
  saveInput,
  stepsOf,
  usualProfile,
  withDpi,
  withLanguage,
} from '../../../../src-renderer/features/printers/draft.ts';

const FOUND: FoundPrinterView = {
  key: 'k',
  name: 'Deli DL-770',
  source: 'mdns',
  address: { kind: 'tcp', host: '192.168.1.50', port: 9100 },
  model: null,
  language: null,
  dpi: null,
  profile: usualProfile('tspl', null),
  printerId: null,
};

describe('a printer that was found', () => {
  it('of an unknown language goes through the language step', () => {
    const draft = draftOfFound(FOUND);
    expect(draft.profile.language).toBe('tspl');
    expect(stepsOf(draft)).toEqual(['find', 'paper', 'language', 'frame', 'finish']);
  });

  it('that said what it speaks does not', () => {
    const draft = draftOfFound({ ...FOUND, language: 'zpl', dpi: 300, profile: usualProfile('zpl', 300) });
    expect(draft.profile).toMatchObject({ language: 'zpl', dpi: 300, headDots: 1_248 });
    expect(stepsOf(draft)).not.toContain('language');
  });

  it('with a driver draws pages and prints whole sheets', () => {
    const draft = draftOfFound({
      ...FOUND,
      source: 'queues',
      address: { kind: 'driver', name: 'HP' },
      profile: usualProfile('page', null),
    });
    expect(draft.profile).toMatchObject({ language: 'page', mediaWidthMm: 210, mediaHeightMm: 297 });
    expect(draft.roles).toEqual(['sheet']);
    expect(stepsOf(draft)).not.toContain('language');
  });

  it('for receipts prints slips on a roll', () => {
    const draft = draftOfFound({ ...FOUND, language: 'escpos', profile: usualProfile('escpos', null) });
    expect(draft.roles).toEqual(['slip']);
    expect(draft.profile).toMatchObject({ mediaTracking: 'continuous', headDots: 576, cut: 'each' });
  });
});

describe('what is saved', () => {
  it('fits the contract for every language', () => {
    for (const language of ['tspl', 'zpl', 'epl', 'cpcl', 'escpos', 'page'] as const) {
      const draft = withLanguage(draftOfFound(FOUND), language);
      const parsed = METHODS['printers.save'].input.safeParse(saveInput({ ...draft, name: '  Packing table ' }));
      expect(parsed.success, language).toBe(true);
      expect(parsed.data?.name).toBe('Packing table');
    }
  });

  it('keeps the paper when the language changes', () => {
    const small = {
      ...draftOfFound(FOUND),
      profile: { ...usualProfile('tspl', 203), mediaWidthMm: 58, mediaHeightMm: 40 },
    };
    expect(withLanguage(small, 'zpl').profile).toMatchObject({ language: 'zpl', mediaWidthMm: 58, mediaHeightMm: 40 });
  });

  it('takes the head of another resolution, but never a head that was measured', () => {
    expect(withDpi(usualProfile('tspl', 203), 300).headDots).toBe(1_248);
    expect(withDpi({ ...usualProfile('tspl', 203), headDots: 640 }, 300).headDots).toBe(640);
  });
});
