/** Ends a switch over a union: adding a member makes the compiler list the places left. Throws Error when reached at run time. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
