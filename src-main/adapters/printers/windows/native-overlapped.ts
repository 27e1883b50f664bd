import { pause } from './call-limit.ts';
import type { NativeCall, openLibrary } from './native-calls.ts';
import { WindowsFault } from './windows-fault.ts';
import type { WindowsHandle } from './windows-printing.ts';

/** ERROR_IO_PENDING, ERROR_IO_INCOMPLETE. */
const PENDING = 997;
const INCOMPLETE = 996;
/** OVERLAPPED needs 32 bytes; more, so that its memory lies outside the heap and never moves. */
const OVERLAPPED_BYTES = 128;
const FIRST_LOOK_MS = 1;
const LATER_LOOK_MS = 10;
/** A cancelled call ends within this, or its driver never lets go of it. */
const CANCEL_MS = 1_000;

export interface OverlappedIo {
  /**
   * Starts `call` (ReadFile, WriteFile, DeviceIoControl) with these values, a null and an OVERLAPPED, and waits for its
   * end without holding a thread. Gives the bytes moved. Errors: WindowsFault, also when it was called off.
   */
  run(call: NativeCall, file: WindowsHandle, values: readonly unknown[]): Promise<number>;
  /** Calls off everything under way on this file, and waits a little for its end. Never rejects. */
  callOff(file: WindowsHandle): Promise<void>;
}

/** Reading and writing devices as Windows does it without waiting (Microsoft: Synchronous and Asynchronous I/O). */
export function openOverlappedIo(define: ReturnType<typeof openLibrary>): OverlappedIo {
  const result = define(
    'int __stdcall GetOverlappedResult(intptr file, void *overlapped, _Inout_ uint32 *moved, int wait)',
  );
  const cancel = define('int __stdcall CancelIoEx(intptr file, void *overlapped)');
  /** What is under way, with the memory Windows writes to: a driver that never ends a call keeps it for ever. */
  const underWay = new Map<Uint8Array, { readonly file: WindowsHandle; readonly values: readonly unknown[] }>();

  /** Bytes moved; null: still under way. */
  const look = (file: WindowsHandle, overlapped: Uint8Array, name: string): number | null => {
    const moved = [0];
    const { value, code } = result.now(file, overlapped, moved, 0);
    if (Number(value) !== 0) return moved[0] ?? 0;
    if (code === INCOMPLETE) return null;
    throw new WindowsFault(name, code);
  };

  return {
    run: async (call, file, values) => {
      const overlapped = Buffer.alloc(OVERLAPPED_BYTES);
      underWay.set(overlapped, { file, values });
      try {
        const { value, code } = call.now(file, ...values, null, overlapped);
        if (Number(value) === 0 && code !== PENDING) throw new WindowsFault(call.name, code);
        for (let delayMs = FIRST_LOOK_MS; ; delayMs = LATER_LOOK_MS) {
          const moved = look(file, overlapped, call.name);
          if (moved !== null) return moved;
          await pause(delayMs);
        }
      } finally {
        underWay.delete(overlapped);
      }
    },
    callOff: async (file) => {
      const isUnderWay = (): boolean => [...underWay.values()].some((io) => io.file === file);
      if (!isUnderWay()) return;
      cancel.now(file, null);
      for (const endMs = performance.now() + CANCEL_MS; isUnderWay() && performance.now() < endMs;)
        await pause(LATER_LOOK_MS);
    },
  };
}
