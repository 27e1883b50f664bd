import { net } from 'electron';

const LOOK_EVERY_MS = 5_000;

/** Calls back when this machine gets a network again. Returns what ends the watch. */
export function watchOnline(cameBack: () => void): () => void {
  let wasOnline = net.isOnline();
  const timer = setInterval(() => {
    const isOnline = net.isOnline();
    if (isOnline && !wasOnline) cameBack();
    wasOnline = isOnline;
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
