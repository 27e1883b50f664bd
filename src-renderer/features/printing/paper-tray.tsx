import { useState } from 'react';
import { formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useQuery } from '../../stores/use-query.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './paper-tray.module.css';
import { PaperViewer } from './paper-viewer.tsx';

/** The virtual printer at the foot of the board: the newest paper slides out of it. Nothing without such a printer. */
export function PaperTray() {
  const printers = useQuery('printers.list', {}, ['printers.changed']).value?.printers ?? [];
  return printers.some((printer) => printer.isVirtual) ? <Tray printers={printers} /> : null;
}

function Tray(props: { readonly printers: Parameters<typeof PaperViewer>[0]['printers'] }) {
  const t = useWords();
  const papers = useQuery('printing.papers', {}, ['papers.changed']).value?.papers ?? [];
  const [isFolded, setIsFolded] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const newest = papers[0];
  const count = papers.length === 0 ? t('printing:tray.idle') : t('printing:tray.count', { count: papers.length });
  if (isFolded) {
    return (
      <button
        type="button"
        className={styles['folded']}
        aria-label={t('printing:tray.unfold')}
        onClick={() => setIsFolded(false)}
      >
        <Icon name="printer" />
        <span>{count}</span>
      </button>
    );
  }
  return (
    <section className={styles['tray']} aria-label={t('printing:tray.label')}>
      {newest === undefined ? null : (
        <div className={styles['outlet']}>
          <button
            key={newest.id}
            type="button"
            className={styles['paper']}
            title={t('printing:papers.open')}
            onClick={() => setOpenId(newest.id)}
          >
            <img
              src={`data:image/png;base64,${newest.png}`}
              alt={t('printing:papers.alt', { when: formatTime(newest.atMs) })}
              draggable={false}
            />
          </button>
        </div>
      )}
      <div className={styles['body']}>
        <i className={styles['light']} />
        <p role="status">{count}</p>
        <IconButton icon="down" label={t('printing:tray.fold')} onPress={() => setIsFolded(true)} />
      </div>
      <PaperViewer papers={papers} printers={props.printers} openId={openId} onOpen={setOpenId} />
    </section>
  );
}
