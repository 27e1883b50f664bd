// The command line the app is started with. Pure.
import { join } from 'node:path';

/** What Chromium prints on machines without a desktop session; it means nothing for us. */
const noise =
  /^\[\d+:\d+\/[\d.]+:(ERROR|WARNING|INFO):[\w./]+\.(cc|h)[:(]\d+\)?\]|^(libva|MESA|dconf-WARNING|Gtk-Message)|^\s*$/;

/** Whether a line of Electron's own error output is of no use to a person. */
export const isNoise = (line) => noise.test(line);

/**
 * @param {{appFolder: string, given: readonly string[], isRootOnLinux: boolean, virtualDisplay: boolean,
 *          artifacts: string, temporaryData?: string}} options given: what came after `npm start --`
 * @returns {{args: string[], screenshot: string | undefined, once: boolean}}
 */
export function electronArguments(options) {
  const once = options.given.includes('--once');
  const asked = options.given.find((argument) => argument.startsWith('--screenshot='))?.slice('--screenshot='.length);
  const screenshot = asked ?? (once || options.virtualDisplay ? join(options.artifacts, 'board.png') : undefined);
  const hasData = options.given.some((argument) => argument.startsWith('--user-data-dir='));
  const args = [
    ...(options.isRootOnLinux ? ['--no-sandbox'] : []),
    options.appFolder,
    ...options.given,
    ...(asked === undefined && screenshot !== undefined ? [`--screenshot=${screenshot}`] : []),
    ...(once && !hasData && options.temporaryData !== undefined ? [`--user-data-dir=${options.temporaryData}`] : []),
  ];
  return { args, screenshot, once };
}
