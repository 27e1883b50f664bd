// Versions as numbers.

/** `v24.21.0` or `24.21` → [24, 21, 0]; undefined for anything else. A pre-release tail is dropped. */
export function parseVersion(text) {
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-+].*)?$/.exec(text.trim());
  return match === null ? undefined : [match[1], match[2], match[3]].map((part) => Number(part ?? 0));
}

/** Negative when a is older than b, 0 when equal, positive when newer. Throws on what is no version. */
export function compareVersions(a, b) {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  if (left === undefined || right === undefined) throw new Error(`not a version: ${left === undefined ? a : b}`);
  for (let index = 0; index < 3; index += 1) {
    if (left[index] !== right[index]) return left[index] - right[index];
  }
  return 0;
}
