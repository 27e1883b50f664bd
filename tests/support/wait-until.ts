/** Polls until the question is answered with something; throws with `what` when it never is. */
export async function waitUntil<Value>(
  what: string | (() => string),
  ask: () => Promise<Value | null | undefined | false>,
  limitMs = 20_000,
): Promise<Value> {
  const endMs = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (performance.now() > endMs)
      throw new Error(`not within ${limitMs} ms: ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
