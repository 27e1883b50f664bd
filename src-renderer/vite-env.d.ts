/// <reference types="vite/client" />

import type { Bridge } from '../src-main/contract/index.ts';

declare global {
  interface Window {
    /** Put there by the preload; see contract/index.ts. */
    readonly chudan: Bridge;
  }
}
