/** Looks and habits; never orders, never secrets. */
export interface PreferenceValues {
  readonly language: 'system' | 'zh-CN' | 'zh-TW' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
  readonly undoWindowMs: number;
  readonly pushTracking: 'print' | 'hand-over' | 'first-scan';
  readonly batchSort: 'given' | 'by-sku' | 'singles-first';
  readonly batchIsReversed: boolean;
}

export const DEFAULT_PREFERENCES: PreferenceValues = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  undoWindowMs: 7_000,
  pushTracking: 'print',
  batchSort: 'given',
  batchIsReversed: false,
};

export interface Preferences {
  read(): PreferenceValues;
  write(change: Partial<PreferenceValues>): PreferenceValues;
}
