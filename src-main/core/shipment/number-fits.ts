const LONGEST_NUMBER = 80;
const LONGEST_PATTERN = 500;
/** Ways in which a pattern may divide one number; a machine tries a million in some milliseconds. */
const MOST_WAYS = 1_000_000;

/**
 * Whether a tracking number has the shape that a carrier's numbers have. The pattern is a platform's, so one that could
 * keep the machine busy (repeated groups, many repetitions in a row) is not run. Null: not known. Pure.
 */
export function numberFits(pattern: string | null, number: string): boolean | null {
  const text = number.replace(/\s+/g, '').toUpperCase();
  if (pattern === null || text === '' || text.length > LONGEST_NUMBER || !isHarmless(pattern)) return null;
  try {
    return new RegExp(`^(?:${pattern})$`, 'i').test(text);
  } catch {
    return null;
  }
}

/** True when no more than so many ways of reading have to be tried. Errs on the side of caution. */
function isHarmless(pattern: string): boolean {
  if (pattern.length > LONGEST_PATTERN) return false;
  // Escapes and classes are one character each; what stands in them repeats nothing.
  const plain = pattern.replace(/\\[^1-9]/g, 'a').replace(/\[(?:[^\]\\]|\\.)*\]/g, 'a');
  if (/\\|\)[*+{]|\(\?[^:]/.test(plain)) return false;
  // Without groups only one of the alternatives is read at a time.
  const branches = plain.includes('(') ? [plain] : plain.split('|');
  return branches.every((branch) => waysOf(branch) <= MOST_WAYS);
}

function waysOf(branch: string): number {
  let ways = 1;
  for (const [, sign, from = '0', comma, to] of branch.matchAll(/(?:([*+?])|\{(\d{1,3})(,)?(\d{1,3})?\})/g)) {
    if (sign === '?') ways *= 2;
    else if (sign !== undefined || (comma !== undefined && to === undefined)) ways *= LONGEST_NUMBER;
    else if (to !== undefined) ways *= Math.min(LONGEST_NUMBER, Math.max(1, Number(to) - Number(from) + 1));
  }
  return ways;
}
