import { useState } from 'react';
import type { MethodOutput } from '../../../src-main/contract/index.ts';
import type { FitView } from '../../../src-main/contract/methods/labels.ts';
import { invoke } from '../../client/client.ts';
import { codeText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { showError, showToast } from '../../stores/toast.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CutBoxFrame } from './cut-box.tsx';
import styles from './cut-dialog.module.css';
import { turned, WHOLE_PAGE } from './cut-model.ts';
import { useSettled } from './use-settled.ts';

/** The part of a label's page that is printed: drawn on the page, seen beside it as it will come out. */
export function CutDialog(props: { readonly orderId: string; readonly onClose: () => void }) {
  const t = useWords();
  const { orderId, onClose } = props;
  const source = useQuery('labels.source', { orderId });
  // undefined: as remembered; null: automatic.
  const [chosen, setChosen] = useState<FitView | null | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const fit = chosen === undefined ? (source.value?.fit ?? null) : chosen;
  const save = async () => {
    setIsBusy(true);
    try {
      await invoke('labels.saveFit', { orderId, fit });
      showToast({ text: t('slips:cut.saved') });
      onClose();
    } catch (thrown) {
      showError(thrown);
      setIsBusy(false);
    }
  };
  const remembers = source.value?.remembersFor;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('slips:cut.title')}
      {...(remembers === undefined ? {} : { hint: t('slips:cut.hint', { what: whatIsRemembered(remembers, t) }) })}
      width={980}
      actions={
        <>
          <Button onPress={onClose}>{t('slips:cut.cancel')}</Button>
          <Button isDisabled={fit === null} onPress={() => setChosen(null)}>
            {t('slips:cut.automatic')}
          </Button>
          <Button
            kind="primary"
            isBusy={isBusy}
            isDisabled={source.value === null || chosen === undefined}
            onPress={() => void save()}
          >
            {t('slips:cut.save')}
          </Button>
        </>
      }
    >
      {source.error === null ? null : <ErrorNote error={source.error} onRetry={source.reload} />}
      <div className={styles['columns']}>
        <figure className={styles['source']}>
          <figcaption>{t('slips:cut.source')}</figcaption>
          {source.value === null ? <Skeleton width={360} height={480} /> : null}
          <SourcePage source={source.value} fit={fit} onChange={setChosen} />
        </figure>
        <figure className={styles['result']}>
          <figcaption>{t('slips:cut.result')}</figcaption>
          {source.value === null ? null : <Result orderId={orderId} fit={fit} />}
          <Controls fit={fit} onChange={setChosen} />
        </figure>
      </div>
    </Dialog>
  );
}

type Source = MethodOutput<'labels.source'>;

function whatIsRemembered({ platform, carrier }: Source['remembersFor'], t: ReturnType<typeof useWords>): string {
  const name = t(`common:platform.${platform as 'ozon'}`);
  return carrier === null ? name : `${name} · ${carrier}`;
}

function SourcePage(props: {
  readonly source: Source | null;
  readonly fit: FitView | null;
  readonly onChange: (fit: FitView) => void;
}) {
  const t = useWords();
  const page = props.source?.pages[0];
  if (page === undefined) return null;
  const fit = props.fit ?? WHOLE_PAGE;
  return (
    <div className={styles['page']} data-page="">
      <img src={`data:image/png;base64,${page.png}`} alt={t('slips:cut.source')} draggable={false} />
      <CutBoxFrame box={fit.box} onChange={(box) => props.onChange({ ...fit, box })} />
    </div>
  );
}

function Result(props: { readonly orderId: string; readonly fit: FitView | null }) {
  const t = useWords();
  // A drag asks many times a second; a label takes longer than that to draw.
  const fit = useSettled(props.fit, 150);
  const preview = useQuery('labels.preview', { orderId: props.orderId, printerId: null, fit });
  if (preview.error !== null) return <ErrorNote error={preview.error} onRetry={preview.reload} />;
  if (preview.value === null) return <Skeleton width={220} height={330} />;
  return (
    <div className={styles['papers']}>
      {preview.value.pages.map((page, index) => (
        <div key={index}>
          <img src={`data:image/png;base64,${page.png}`} alt={t('slips:cut.page', { number: index + 1 })} />
          {page.warnings.map((warning) => (
            <p key={warning} className={styles['warning']}>
              {codeText('warning', warning, {}, t)}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

function Controls(props: { readonly fit: FitView | null; readonly onChange: (fit: FitView) => void }) {
  const t = useWords();
  const fit = props.fit ?? WHOLE_PAGE;
  return (
    <div className={styles['controls']}>
      <Button icon="refresh" onPress={() => props.onChange(turned(fit))}>
        {t('slips:cut.turn')}
      </Button>
      <Choices
        label={t('slips:cut.scale')}
        value={fit.scale}
        options={(['own-size', 'fill'] as const).map((scale) => ({
          value: scale,
          text: t(`slips:cut.scales.${scale}`),
        }))}
        onChange={(scale) => props.onChange({ ...fit, scale })}
      />
    </div>
  );
}
