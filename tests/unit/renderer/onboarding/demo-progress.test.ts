import { describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../../src-main/contract/index.ts';
import type { PrinterView } from '../../../../src-main/contract/methods/printers.ts';
import { DEFAULT_PROFILE } from '../../../../src-main/core/label/printer-profile.ts';
import { demoStepsDone } from '../../../../src-renderer/features/onboarding/demo-progress.ts';

const shop = { isDemo: true } as MethodOutput<'shops.list'>['shops'][number];
const summary = (count: number): MethodOutput<'board.summary'> => ({
  revision: 1,
  nowMs: 0,
  lanes: [{ lane: 'new', count, overdue: 0, dueSoon: 0 }],
});
const printer: PrinterView = {
  id: 'p',
  name: 'V',
  address: { kind: 'tcp', host: 'h', port: 1 },
  profile: { ...DEFAULT_PROFILE, quirks: [] },
  roles: ['label'],
  isVirtual: true,
  status: null,
  statusAtMs: null,
};

describe('demoStepsDone', () => {
  it('claims nothing before the lists are read', () => {
    expect(demoStepsDone(null, null, null)).toEqual({ shop: false, orders: false, printer: false });
  });

  it('ticks each part when the app itself lists it', () => {
    expect(demoStepsDone({ nowMs: 0, shops: [shop] }, summary(0), { printers: [] })).toEqual({
      shop: true,
      orders: false,
      printer: false,
    });
    expect(demoStepsDone({ nowMs: 0, shops: [shop] }, summary(3), { printers: [printer] })).toEqual({
      shop: true,
      orders: true,
      printer: true,
    });
  });
});
