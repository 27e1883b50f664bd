/**
 * Makes a reading that may be asked for at any pace: one at a time, requests meanwhile become one more, and between two
 * lies at least `gapMs`, or three times as long as the last one took. Rejections of the reading are the reading's matter.
 */
export function coalesced(read: () => Promise<void>, gapMs: number): () => void {
  let isBusy = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    isBusy = true;
    isWanted = false;
    const startMs = performance.now();
    await read().catch(keepLast);
    const tookMs = performance.now() - startMs;
    setTimeout(
      () => {
        isBusy = false;
        if (isWanted) void run();
      },
      Math.max(gapMs, 3 * tookMs),
    );
  };
  return () => {
    isWanted = true;
    if (!isBusy) void run();
  };
}

/** A reading that failed leaves the last good one; the next event reads again. */
function keepLast(): void {}
