import koffi from 'koffi';
import { WindowsFault } from './windows-fault.ts';

export interface NativeAnswer {
  readonly value: number | bigint;
  /** GetLastError right after the call, in the thread that made it. A call that sets none leaves an earlier one there. */
  readonly code: number;
}

/** One function of a Windows library. */
export interface NativeCall {
  readonly name: string;
  /** Runs it in a thread of its own kind, so that a slow driver never holds up the window. */
  later(...values: readonly unknown[]): Promise<NativeAnswer>;
  /** Runs it here and now, from code 0: for calls that never wait for a device. */
  now(...values: readonly unknown[]): NativeAnswer;
}

type Definer = (definition: string) => NativeCall;
type Koffi = (...values: readonly unknown[]) => unknown;

const kernel = koffi.load('kernel32.dll');
const getLastError = kernel.func('uint32 __stdcall GetLastError()') as unknown as () => number;
const setLastError = kernel.func('void __stdcall SetLastError(uint32 code)') as unknown as (code: number) => void;

/**
 * Opens a Windows library; the function it gives takes a C prototype. koffi keeps the last error of a call for
 * GetLastError, of an async call for as long as its callback runs (koffi 3, call.cc, AsyncCall::Complete).
 */
export function openLibrary(file: string): Definer {
  const library = koffi.load(file);
  return (definition) => {
    const native = library.func(definition);
    const now = native as unknown as Koffi;
    const later = native.async as Koffi;
    return {
      name: native.info.name,
      now: (...values) => {
        setLastError(0);
        return { value: asNumber(now(...values)), code: getLastError() };
      },
      later: (...values) =>
        new Promise((resolve, reject) => {
          const done = (error: unknown, value: unknown): void => {
            const code = getLastError();
            // Naming the values here keeps buffers that only Windows still uses from being collected.
            if (error !== null && error !== undefined)
              reject(new Error(`${native.info.name} with ${values.length} values`));
            else resolve({ value: asNumber(value), code });
          };
          later(...values, done);
        }),
    };
  };
}

/** Calls it in a thread; a zero for an answer is a failure, as with most of Windows. */
export async function mustSucceed(call: NativeCall, ...values: readonly unknown[]): Promise<number | bigint> {
  const { value, code } = await call.later(...values);
  if (Number(value) === 0) throw new WindowsFault(call.name, code);
  return value;
}

/** The same here and now. */
export function mustSucceedNow(call: NativeCall, ...values: readonly unknown[]): number | bigint {
  const { value, code } = call.now(...values);
  if (Number(value) === 0) throw new WindowsFault(call.name, code);
  return value;
}

function asNumber(value: unknown): number | bigint {
  return typeof value === 'number' || typeof value === 'bigint' ? value : 0;
}
