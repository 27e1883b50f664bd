export interface HarnessOptions {
  readonly locale: 'zh-CN' | 'zh-TW' | 'en';
  readonly theme: 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
  /** Orders beyond the hand-written ones. */
  readonly extra: number;
  readonly isEmpty: boolean;
  /** Every answer takes this long (ms). */
  readonly delayMs: number;
  /** Methods that answer 'internal'. */
  readonly failing: readonly string[];
  readonly phase: 'ready' | 'first-run' | 'passphrase' | 'new-passphrase' | 'recovery' | 'starting';
  /** A shop that stopped, pushes that failed. */
  readonly isTroubled: boolean;
  /** With the virtual printer and a paper in its tray. */
  readonly isDemo: boolean;
}

export function readOptions(query: URLSearchParams): HarnessOptions {
  const oneOf = <Value extends string>(name: string, values: readonly Value[], otherwise: Value): Value =>
    values.find((value) => value === query.get(name)) ?? otherwise;
  return {
    locale: oneOf('lang', ['zh-CN', 'zh-TW', 'en'], 'zh-CN'),
    theme: oneOf('theme', ['light', 'dark'], 'light'),
    density: oneOf('density', ['comfortable', 'compact'], 'comfortable'),
    extra: Number(query.get('extra') ?? 0),
    isEmpty: query.has('empty'),
    delayMs: Number(query.get('delay') ?? 0),
    failing: (query.get('failing') ?? '').split(',').filter((name) => name !== ''),
    phase: oneOf('phase', ['ready', 'first-run', 'passphrase', 'new-passphrase', 'recovery', 'starting'], 'ready'),
    isTroubled: query.has('troubled'),
    isDemo: query.has('demo'),
  };
}
