/** Bars this many dots wide and wider read well whatever they are rounded to (measured: they fail below 1.9). */
const WIDE_DOTS = 4;
/** A label is not made smaller than this part of what the stock allows for the sake of its bars. */
const LEAST_SHARE = 0.75;
/** Measured modules are this exact. */
const MEASURED = 1.01;

/**
 * A scale, not larger than the one the stock allows, at which the narrowest bars are a whole number of dots wide. Where
 * that would make the label much smaller, or no bar is narrow, the scale stays. `modules` are widths in dots at own size.
 */
export function wholeModuleScale(scale: number, modules: readonly number[]): number {
  const narrowest = Math.min(...modules);
  if (!Number.isFinite(narrowest) || narrowest <= 0 || narrowest * scale >= WIDE_DOTS) return scale;
  const dots = Math.floor(narrowest * scale * MEASURED);
  const whole = dots / narrowest;
  return dots >= 1 && whole >= LEAST_SHARE * scale ? Math.min(scale, whole) : scale;
}

/**
 * Width of a linear code's module, from the widths of its bars and spaces (first bar to last, in dots): the narrowest
 * ones' mean, made exact over the whole code where all its bars are whole modules. Null where the widths are no code's.
 */
export function moduleWidth(runs: readonly number[], isWhole: boolean): number | null {
  if (runs.length < 15) return null;
  const least = Math.min(...runs);
  const narrow = runs.filter((run) => run <= least * 1.5);
  const mean = narrow.reduce((sum, run) => sum + run, 0) / narrow.length;
  if (!isWhole) return mean;
  const total = runs.reduce((sum, run) => sum + run, 0);
  return total / runs.reduce((count, run) => count + Math.max(1, Math.round(run / mean)), 0);
}
