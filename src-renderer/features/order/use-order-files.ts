import { useState } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { sortFiles } from '../../attachments/sort-files.ts';
import { useAttach, type Attach } from '../../attachments/use-attach.ts';
import { usePasteFiles } from '../../attachments/use-paste-files.ts';
import { attachLabel, type Attached } from '../../labels/attach-label.ts';

export interface OrderFilesState {
  /** The last label file that was taken here, and what came of it. */
  readonly attached: Attached | null;
  readonly isReading: boolean;
  /** Takes files as the label. */
  readonly takeLabel: (files: readonly File[]) => void;
  /** Takes files that fell, or were pasted, anywhere on the order. */
  readonly take: (files: readonly File[]) => void;
  /** Keeps files with the order. */
  readonly attach: Attach;
  /** A PDF that may be either: the seller is asked. */
  readonly asked: File | null;
  readonly answer: (as: 'label' | 'file' | null) => void;
}

/** Where files go that reach the open order. */
export function useOrderFiles({ card }: OrderView): OrderFilesState {
  const [attached, setAttached] = useState<Attached | null>(null);
  const [isReading, setIsReading] = useState(false);
  const [asked, setAsked] = useState<File | null>(null);
  const attach = useAttach({ orderId: card.orderId, caseId: null });
  const canTakeLabel = card.lane !== null;
  const takeLabel = (files: readonly File[]) => {
    if (!canTakeLabel) {
      attach.add(files);
      return;
    }
    setIsReading(true);
    void attachLabel(card.orderId, files).then((result) => {
      setAttached(result);
      setIsReading(false);
    });
  };
  const take = (files: readonly File[]) =>
    void sortFiles(files, canTakeLabel).then((plan) => {
      if (plan.label !== null) takeLabel([plan.label]);
      setAsked(plan.ask);
      attach.add(plan.keep);
    });
  const answer = (as: 'label' | 'file' | null) => {
    if (asked !== null && as === 'label') takeLabel([asked]);
    if (asked !== null && as === 'file') attach.add([asked]);
    setAsked(null);
  };
  usePasteFiles(take);
  return { attached, isReading, takeLabel, take, attach, asked, answer };
}
