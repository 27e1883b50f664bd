/** A call into Windows that had not come back in time; it may still come back later. */
export class CallTimeout extends Error {
  constructor(limitMs: number) {
    super(`no answer from Windows in ${limitMs} ms`);
    this.name = 'CallTimeout';
  }
}

/** Waits at most `limitMs` for a call: some drivers and servers of shared queues hang. Errors: CallTimeout, the call's. */
export function within<Value>(limitMs: number, call: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CallTimeout(limitMs)), limitMs);
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}

/** Waits. */
export function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
