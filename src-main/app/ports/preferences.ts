/** Looks and habits; never orders, never secrets. */
export interface PreferenceValues {
  readonly language: 'system' | 'zh-CN' | 'zh-TW' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
  readonly undoWindowMs: number;
  readonly pushTracking: 'print' | 'hand-over' | 'first-scan';
  readonly batchSort: 'given' | 'by-sku' | 'singles-first';
  readonly batchIsReversed: boolean;
  readonly hasNotices: boolean;
  readonly hasSound: boolean;
  readonly hasQuietHours: boolean;
  /** Minutes of the local day; from after to: over midnight. */
  readonly quietFromMinute: number;
  readonly quietToMinute: number;
  readonly hasAlarms: boolean;
  readonly startsAtLogin: boolean;
  readonly staysInTray: boolean;
  readonly firstPlace: 'today' | 'board';
  readonly hasSeenTour: boolean;
}

export const DEFAULT_PREFERENCES: PreferenceValues = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  undoWindowMs: 7_000,
  pushTracking: 'print',
  batchSort: 'given',
  batchIsReversed: false,
  hasNotices: true,
  hasSound: true,
  hasQuietHours: false,
  quietFromMinute: 22 * 60,
  quietToMinute: 8 * 60,
  hasAlarms: true,
  startsAtLogin: false,
  staysInTray: false,
  firstPlace: 'today',
  hasSeenTour: false,
};

export interface Preferences {
  read(): PreferenceValues;
  write(change: Partial<PreferenceValues>): PreferenceValues;
}
