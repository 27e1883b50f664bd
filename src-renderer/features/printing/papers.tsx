import { useState } from 'react';
import type { PrinterView } from '../../../src-main/contract/methods/printers.ts';
import type { PaperView } from '../../../src-main/contract/methods/printing.ts';
import { formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useMachines } from '../../stores/machines.ts';
import { useQuery } from '../../stores/use-query.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { paperSizeMm } from './paper-size.ts';
import { PaperViewer } from './paper-viewer.tsx';
import styles from './papers.module.css';

/** Papers shown small below the newest: one screen of them. */
const EARLIER_LIMIT = 24;

const NO_PAPERS: readonly PaperView[] = [];
const NO_PRINTERS: readonly PrinterView[] = [];

/** The papers, kept fresh. */
export function VirtualPapers() {
  const papers = useQuery('printing.papers', {}, ['papers.changed']).value?.papers ?? NO_PAPERS;
  const printers = useMachines((machines) => machines.printers) ?? NO_PRINTERS;
  return <Papers papers={papers} printers={printers} />;
}

/** What the virtual printer put out: the newest large, the earlier ones to leaf through. */
function Papers(props: { readonly papers: readonly PaperView[]; readonly printers: readonly PrinterView[] }) {
  const t = useWords();
  const [openId, setOpenId] = useState<string | null>(null);
  const [newest, ...earlier] = props.papers;
  if (newest === undefined)
    return <EmptyState icon="printer" title={t('printing:papers.title')} text={t('printing:papers.none')} />;
  const { widthMm, heightMm } = paperSizeMm(newest, props.printers);
  const when = formatTime(newest.atMs);
  return (
    <>
      <h2 className={styles['title']}>{t('printing:papers.title')}</h2>
      <button
        type="button"
        className={styles['newest']}
        title={t('printing:papers.open')}
        onClick={() => setOpenId(newest.id)}
      >
        <img src={`data:image/png;base64,${newest.png}`} alt={t('printing:papers.alt', { when })} draggable={false} />
        <span>{t('printing:papers.at', { when, width: widthMm, height: heightMm })}</span>
      </button>
      <div className={styles['earlier']}>
        {earlier.slice(0, EARLIER_LIMIT).map((paper) => (
          <button key={paper.id} type="button" title={t('printing:papers.open')} onClick={() => setOpenId(paper.id)}>
            <img
              src={`data:image/png;base64,${paper.png}`}
              alt={t('printing:papers.alt', { when: formatTime(paper.atMs) })}
              loading="lazy"
              draggable={false}
            />
          </button>
        ))}
      </div>
      <PaperViewer {...props} openId={openId} onOpen={setOpenId} />
    </>
  );
}
