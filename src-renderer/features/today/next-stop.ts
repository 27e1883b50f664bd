/** How the keyboard goes through the numbers of the screen: one on, one back, or to the first of another block. */
export type StopStep = 'next' | 'previous' | 'next-block' | 'previous-block' | 'first' | 'last';

const STEPS: Readonly<Record<string, StopStep>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  ArrowRight: 'next-block',
  l: 'next-block',
  ArrowLeft: 'previous-block',
  h: 'previous-block',
  Home: 'first',
  End: 'last',
};

/** What a key asks for, or null. */
export function stopStep(key: string): StopStep | null {
  return STEPS[key] ?? null;
}

/**
 * Where a step leads. `blocks` names the block of each stop in the order of the page; `from` is the stop that has the
 * keyboard, -1 for none. Null where there is no stop at all.
 */
export function nextStop(blocks: readonly string[], from: number, step: StopStep): number | null {
  const last = blocks.length - 1;
  if (last < 0) return null;
  if (step === 'first' || from < 0) return step === 'last' ? last : 0;
  if (step === 'last') return last;
  if (step === 'next') return Math.min(last, from + 1);
  if (step === 'previous') return Math.max(0, from - 1);
  return otherBlock(blocks, from, step === 'next-block' ? 1 : -1);
}

function otherBlock(blocks: readonly string[], from: number, by: 1 | -1): number {
  let index = from;
  while (index >= 0 && index < blocks.length && blocks[index] === blocks[from]) index += by;
  const block = blocks[index];
  return block === undefined ? from : blocks.indexOf(block);
}
