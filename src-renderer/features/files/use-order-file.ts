import { useState } from 'react';
import type { MethodInput } from '../../../src-main/contract/index.ts';
import type { OrderFileView } from '../../../src-main/contract/methods/files.ts';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { readOrderFile, type ReadFile } from './order-file.ts';

type Reading = Omit<MethodInput<'files.reread'>, 'fileId'>;
type FileFault = Extract<ReadFile, { ok: false }>['fault'];

export interface OrderFileState {
  readonly file: OrderFileView | null;
  readonly fault: FileFault | null;
  readonly error: CallError | null;
  readonly isReading: boolean;
  readonly take: (shopId: string, files: readonly File[]) => void;
  readonly reread: (reading: Reading) => void;
  readonly drop: () => void;
}

/** One order file on its way in: read, read otherwise, or put down again. */
export function useOrderFile(): OrderFileState {
  const [state, setState] = useState<Pick<OrderFileState, 'file' | 'fault' | 'error'>>({
    file: null,
    fault: null,
    error: null,
  });
  const [isReading, setIsReading] = useState(false);

  const settle = async (call: () => Promise<Partial<typeof state>>) => {
    setIsReading(true);
    try {
      const next = await call();
      setState((last) => ({ ...last, fault: null, error: null, ...next }));
    } catch (thrown) {
      setState((last) => ({ ...last, fault: null, error: asCallError(thrown) }));
    }
    setIsReading(false);
  };
  const take = async (shopId: string, files: readonly File[]) => {
    const read = await readOrderFile(files);
    if (!read.ok) return { file: null, fault: read.fault };
    const { fileName, base64 } = read;
    setState({ file: null, fault: null, error: null });
    return { file: await invoke('files.open', { shopId, fileName, base64 }) };
  };
  return {
    ...state,
    isReading,
    take: (shopId, files) => void settle(() => take(shopId, files)),
    reread: (reading) => {
      const fileId = state.file?.fileId;
      if (fileId !== undefined) {
        void settle(async () => ({ file: await invoke('files.reread', { ...reading, fileId }) }));
      }
    },
    drop: () => setState({ file: null, fault: null, error: null }),
  };
}
