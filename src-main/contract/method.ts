import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/** One row of the table between main and window. */
export interface Method<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command';
  readonly input: Input;
  readonly output: Output;
  /** Codes beside the ones any call may answer (bad-input, not-ready, internal …). */
  readonly errors: readonly ErrorCode[];
  /** True for the few methods that answer before the store is open. */
  readonly beforeReady?: true;
}

/** Reads only. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  errors: readonly ErrorCode[] = [],
): Method<Input, Output> {
  return { kind: 'query', input, output, errors };
}

/** Changes something. */
export function command<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  errors: readonly ErrorCode[] = [],
): Method<Input, Output> {
  return { kind: 'command', input, output, errors };
}

/** Marks a method that must work on the first-run and passphrase screens. */
export function beforeReady<Input extends z.ZodType, Output extends z.ZodType>(
  method: Method<Input, Output>,
): Method<Input, Output> {
  return { ...method, beforeReady: true };
}
