import { useCallback, useState } from 'react';
import type { DirectOutcome } from '../../../src-main/contract/methods/printers.ts';
import { invoke } from '../../client/client.ts';
import { showError } from '../../stores/toast.ts';
import type { Draft } from './draft.ts';

/** Prints a test label of the draft and keeps what became of it. */
export function useTryOut(): {
  readonly outcome: DirectOutcome | null;
  readonly isBusy: boolean;
  readonly tryOut: (draft: Draft, page: 'language' | 'frame') => Promise<void>;
} {
  const [outcome, setOutcome] = useState<DirectOutcome | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const tryOut = useCallback(async ({ address, profile }: Draft, page: 'language' | 'frame') => {
    setIsBusy(true);
    setOutcome(null);
    await invoke('printers.tryOut', { address, profile, page }).then(setOutcome, showError);
    setIsBusy(false);
  }, []);
  return { outcome, isBusy, tryOut };
}
