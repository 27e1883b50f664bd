import type { PrinterView } from '../../../src-main/contract/methods/printers.ts';
import type { PaperView } from '../../../src-main/contract/methods/printing.ts';
import { formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { paperSizeMm } from './paper-size.ts';
import styles from './papers.module.css';

/** One paper as large as the window allows, with a way to its neighbours. */
export function PaperViewer(props: {
  readonly papers: readonly PaperView[];
  readonly printers: readonly PrinterView[];
  /** null: closed. */
  readonly openId: string | null;
  readonly onOpen: (paperId: string | null) => void;
}) {
  const t = useWords();
  const { papers, onOpen } = props;
  const index = papers.findIndex((paper) => paper.id === props.openId);
  const paper = papers[index];
  if (paper === undefined) return null;
  const { widthMm, heightMm } = paperSizeMm(paper, props.printers);
  const when = formatTime(paper.atMs);
  const step = (by: number) => {
    const next = papers[index + by];
    if (next !== undefined) onOpen(next.id);
  };
  return (
    <Dialog
      isOpen
      onClose={() => onOpen(null)}
      width={Math.min(720, Math.max(420, paper.widthDots + 64))}
      title={t('printing:papers.title')}
      hint={t('printing:papers.at', { when, width: widthMm, height: heightMm })}
    >
      <div className={styles['viewer']}>
        <img src={`data:image/png;base64,${paper.png}`} alt={t('printing:papers.alt', { when })} draggable={false} />
        <nav>
          <IconButton
            icon="back"
            label={t('printing:papers.previous')}
            isDisabled={index === 0}
            onPress={() => step(-1)}
          />
          {t('printing:papers.of', { number: index + 1, total: papers.length })}
          <IconButton
            icon="chevron"
            label={t('printing:papers.next')}
            isDisabled={index === papers.length - 1}
            onPress={() => step(1)}
          />
        </nav>
      </div>
    </Dialog>
  );
}
