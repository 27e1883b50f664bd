// What the scripts say: short progress lines, and at the end of a failure one clear line with the remedy.

/** When the command began; a script that was started again under our Node goes on counting. */
export const startedAtMs = Number(process.env.CHUDAN_RESTARTED ?? Date.now());

/** Seconds with one decimal, as in "12.3 s". */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** One progress line, with the time since the script began. */
export function say(text) {
  console.log(`[${seconds(Date.now() - startedAtMs).padStart(7)}] ${text}`);
}

/** A failure a person can act on: what could not be had, and what to do about it. */
export class SetupError extends Error {
  constructor(message, remedy) {
    super(message);
    this.name = 'SetupError';
    this.remedy = remedy;
  }
}

/** The one line that ends a failed run. */
export function failureLine(error) {
  if (error instanceof SetupError) return `FAILED: ${error.message} — ${error.remedy}`;
  const message = error instanceof Error ? error.message : String(error);
  return `FAILED: ${message.split('\n')[0]} — run again with CHUDAN_DEBUG=1 to see where`;
}

/** Runs a script's body; its result is the exit code. A failure ends in one line, never a stack trace. */
export async function runMain(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(failureLine(error));
    if (process.env.CHUDAN_DEBUG) console.error(error);
    process.exitCode = 1;
  }
}
