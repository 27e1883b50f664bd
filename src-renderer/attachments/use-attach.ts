import { useState } from 'react';
import { addFiles, type FilePlace } from './add-files.ts';

export interface Attach {
  /** Files that are being kept right now. */
  readonly busyCount: number;
  readonly add: (files: readonly File[]) => void;
}

/** Keeps files with an order or a case, and says how many are under way. */
export function useAttach({ orderId, caseId }: FilePlace): Attach {
  const [busyCount, setBusyCount] = useState(0);
  const add = (files: readonly File[]) => {
    if (files.length === 0) return;
    setBusyCount((count) => count + files.length);
    void addFiles({ orderId, caseId }, files).then(() => setBusyCount((count) => count - files.length));
  };
  return { busyCount, add };
}
