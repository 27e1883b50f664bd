import { describe, expect, it } from 'vitest';
import { likelyCarrier, type Carriers } from '../../../../src-renderer/carriers/likely-carrier.ts';

const carrier = (code: string, change: Partial<Carriers['carriers'][number]> = {}) => ({
  code,
  name: code,
  isSuggested: false,
  fits: null,
  ...change,
});
const likely = (carriers: Carriers['carriers'], remembered: string | null = null, current: string | null = null) =>
  likelyCarrier({ carriers, remembered }, current);

describe('the carrier to begin with', () => {
  it('is the one the parcel has', () => {
    expect(likely([carrier('a'), carrier('b', { isSuggested: true })], 'b', 'a')).toBe('a');
  });

  it('is the one used last, then the suggested one', () => {
    expect(likely([carrier('a', { isSuggested: true }), carrier('b')], 'b')).toBe('b');
    expect(likely([carrier('a'), carrier('b', { isSuggested: true })])).toBe('b');
  });

  it('follows the number where that speaks', () => {
    const carriers = [carrier('a', { fits: false, isSuggested: true }), carrier('b', { fits: true }), carrier('c')];
    expect(likely(carriers, 'a')).toBe('b');
    expect(likely([carrier('a', { fits: false }), carrier('b')], 'a')).toBeNull();
  });

  it('is left to the seller where nothing speaks for one', () => {
    expect(likely([carrier('a'), carrier('b')])).toBeNull();
    expect(likely([carrier('a', { fits: true }), carrier('b', { fits: true })])).toBeNull();
  });
});
