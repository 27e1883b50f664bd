import { useState } from 'react';
import { currentWords } from '../i18n/use-words.ts';
import { openOrder } from '../stores/route.ts';
import { showToast } from '../stores/toast.ts';
import { attachedText, attachLabel } from './attach-label.ts';
import { useFileDrop, type FileDrop } from './use-file-drop.ts';

export interface LabelFileDrop extends FileDrop {
  /** True while the file is read and its barcodes are looked for. */
  readonly isReading: boolean;
}

/**
 * Lets a card take a label file dropped on it: spread `dropProps` on the card, draw `isOver` and `isReading`.
 * The result is told in the toast; where the seller must choose between numbers, the toast opens the order.
 */
export function useLabelFileDrop(orderId: string): LabelFileDrop {
  const [isReading, setIsReading] = useState(false);
  const take = async (files: readonly File[]) => {
    setIsReading(true);
    const attached = await attachLabel(orderId, files);
    setIsReading(false);
    const t = currentWords();
    const { tone, text } = attachedText(attached, t);
    const mustChoose = attached.kind === 'kept' && attached.assigned === null && attached.proposals.length > 0;
    showToast({
      text,
      tone: tone === 'late' ? 'late' : 'plain',
      canUndo: attached.kind === 'kept',
      action: mustChoose ? { text: t('order:label.chooseNumber'), run: () => openOrder(orderId) } : null,
    });
  };
  return { ...useFileDrop((files) => void take(files)), isReading };
}
