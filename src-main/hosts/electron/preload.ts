import { contextBridge, ipcRenderer } from 'electron';

// A sandboxed preload cannot import at run time, so the two channel names are repeated here; a test compares them.
const INVOKE_CHANNEL = 'chudan:invoke';
const EVENT_CHANNEL = 'chudan:event';

contextBridge.exposeInMainWorld(
  'chudan',
  Object.freeze({
    invoke: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(INVOKE_CHANNEL, name, input),
    subscribe: (listener: (event: unknown) => void): (() => void) => {
      const forward = (_event: unknown, payload: unknown): void => listener(payload);
      ipcRenderer.on(EVENT_CHANNEL, forward);
      return () => ipcRenderer.removeListener(EVENT_CHANNEL, forward);
    },
  }),
);
