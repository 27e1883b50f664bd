/** `59.00`: money is text in yuan with two decimals wherever it is read. */
export function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}
