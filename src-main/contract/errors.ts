import { z } from 'zod';

/** Every code that may cross to the window. The window turns codes into sentences; messages and stacks never cross. */
export const ERROR_CODES = [
  'bad-input',
  'unknown-method',
  'forbidden-sender',
  'not-ready',
  'not-found',
  'refused',
  'internal',
  'store-locked',
  'wrong-passphrase',
  'passphrase-too-short',
  'label-unreadable',
  'file-too-large',
  'file-unreadable',
  'printer-missing',
  'already-running',
  'platform-unavailable',
  'already-left',
  'name-taken',
  'too-many',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
export type ErrorParams = z.infer<typeof paramsSchema>;

/** What every call answers: a value, or a code with facts for its sentence and whether trying again can help. */
export type Envelope<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: ErrorCode; readonly params: ErrorParams; readonly retryable: boolean };

/** Thrown by handlers to answer with a code; anything else thrown becomes 'internal'. */
export class ContractError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly retryable: boolean;
  constructor(code: ErrorCode, params: ErrorParams = {}, retryable = false) {
    super(code);
    this.name = 'ContractError';
    this.code = code;
    this.params = params;
    this.retryable = retryable;
  }
}
