import { parseArgs } from 'node:util';

/** What the command line may ask for; unknown switches belong to Chromium and are left alone. */
export interface StartOptions {
  /** Open the demo shop on a throw-away folder, write the picture and leave. */
  readonly isOnce: boolean;
  /** Write a picture of the board here once it is drawn. */
  readonly screenshot: string | null;
  /** Start in the tray, as with the seller's session. */
  readonly isHidden: boolean;
  readonly userDataDir: string | null;
  /** The demo opens shops on these platforms only; null: on all. */
  readonly demoPlatforms: readonly string[] | null;
}

/** Reads our switches out of a process's arguments. */
export function readStartOptions(argv: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      once: { type: 'boolean' },
      hidden: { type: 'boolean' },
      screenshot: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'demo-platforms': { type: 'string' },
    },
  });
  const text = (value: string | boolean | undefined): string | null =>
    typeof value === 'string' && value !== '' ? value : null;
  return {
    isOnce: values['once'] === true,
    isHidden: values['hidden'] === true,
    screenshot: text(values['screenshot']),
    userDataDir: text(values['user-data-dir']),
    demoPlatforms: text(values['demo-platforms'])?.split(',') ?? null,
  };
}
