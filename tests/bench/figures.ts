/** One measurement against its base, in the same unit. */
export interface Ratio {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | 'kB';
  readonly value: number;
  readonly baseName: string;
  readonly base: number;
  readonly note?: string;
}

/** The value below which `share` of them lie. NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** One line: both figures and their ratio. */
export function printRatio({ name, unit, value, baseName, base, note }: Ratio): void {
  const figure = (amount: number): string => `${amount.toFixed(amount < 20 ? 1 : 0)} ${unit}`;
  const ratio = `${(value / base).toFixed(2)}×`;
  console.log(
    `${name.padEnd(52)} ${figure(value).padStart(10)}   ${baseName} ${figure(base)}   ${ratio}${note === undefined ? '' : `   (${note})`}`,
  );
}

export function wait(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
