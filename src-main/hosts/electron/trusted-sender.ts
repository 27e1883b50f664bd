import { APP_ORIGIN } from './app-scheme.ts';

/** The parts of Electron's sender that the check looks at. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/** True only for the main frame of our own page; everything else that reaches the channel is refused. */
export function isTrustedSender(frame: SenderFrame | null, isOurWindow: boolean): boolean {
  if (frame === null || !isOurWindow || frame.parent !== null) return false;
  return frame.url === APP_ORIGIN || frame.url.startsWith(`${APP_ORIGIN}/`);
}
