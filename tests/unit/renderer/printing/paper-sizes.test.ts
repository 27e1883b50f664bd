import { describe, expect, it } from 'vitest';
import type { PrinterView } from '../../../../src-main/contract/methods/printers.ts';
import { DEFAULT_PROFILE } from '../../../../src-main/core/label/printer-profile.ts';
import { paperSizeMm } from '../../../../src-renderer/features/printing/paper-size.ts';
import { MEDIA_PRESETS, presetOf } from '../../../../src-renderer/printing/media-presets.ts';

const VIRTUAL: PrinterView = {
  id: 'p',
  name: 'Desk',
  address: { kind: 'tcp', host: '10.0.0.9', port: 9100 },
  roles: ['label'],
  isVirtual: true,
  status: null,
  statusAtMs: null,
  profile: { ...DEFAULT_PROFILE, quirks: [], dpi: 300 },
};

describe('sizes of paper', () => {
  it('knows each preset by its size and own sizes as none', () => {
    for (const preset of MEDIA_PRESETS) expect(presetOf(preset.widthMm, preset.heightMm)).toBe(preset);
    expect(presetOf(100, 149)).toBeNull();
    expect(presetOf(Number.NaN, 150)).toBeNull();
  });

  it('tells the size of a paper in millimetres', () => {
    expect(paperSizeMm({ widthDots: 800, heightDots: 1_200 }, [])).toEqual({ widthMm: 100, heightMm: 150 });
    expect(paperSizeMm({ widthDots: 1_181, heightDots: 1_772 }, [VIRTUAL])).toEqual({ widthMm: 100, heightMm: 150 });
  });
});
