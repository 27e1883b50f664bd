import type { ErrorCode, ErrorParams } from '../../src-main/contract/errors.ts';

/** What a failed call throws: a code for the sentence, facts for it, and whether trying again can help. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly retryable: boolean;
  constructor(code: ErrorCode, params: ErrorParams = {}, retryable = false) {
    super(code);
    this.name = 'CallError';
    this.code = code;
    this.params = params;
    this.retryable = retryable;
  }
}

/** Any thrown thing as a CallError; what we did not expect becomes 'internal'. */
export function asCallError(thrown: unknown): CallError {
  return thrown instanceof CallError ? thrown : new CallError('internal', {}, true);
}
