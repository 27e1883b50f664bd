import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { withDpi, type Profile } from './draft.ts';
import { moved, type Corrections, type FrameAnswer } from './frame-answers.ts';
import styles from './frame-step.module.css';
import { FigureField } from './figure-field.tsx';

export interface FramePanelProps {
  readonly answer: FrameAnswer | null;
  readonly profile: Profile;
  readonly corrections: Corrections;
  readonly isBusy: boolean;
  readonly onCorrections: (corrections: Corrections) => void;
  readonly onProfile: (profile: Profile) => void;
  readonly onAgain: () => void;
  readonly onWhole: () => void;
}

/** What follows from the answer: what will be put right, and the next test label. */
export function FramePanel(props: FramePanelProps) {
  const t = useWords();
  const { answer } = props;
  if (answer === null) return <p className={styles['hint']}>{t('printers:frame.choose')}</p>;
  return (
    <div className={styles['answered']} data-panel="">
      <div className={styles['said']}>
        <h2>{t(`printers:frame.${answer}.title`)}</h2>
        <p>{t(`printers:frame.${answer}.text`)}</p>
      </div>
      {answer === 'shifted' ? <Nudge {...props} /> : null}
      {answer === 'turned' ? <Turn {...props} /> : null}
      {answer === 'size' ? <Measure {...props} /> : null}
      {answer === 'whole' ? (
        <Button kind="primary" size="large" icon="check" onPress={props.onWhole}>
          {t('printers:frame.whole.go')}
        </Button>
      ) : (
        <Button kind="primary" size="large" icon="printer" isBusy={props.isBusy} onPress={props.onAgain}>
          {t('printers:frame.again')}
        </Button>
      )}
    </div>
  );
}

/** Four arrows, a millimetre a press. */
function Nudge({ corrections, onCorrections }: FramePanelProps) {
  const t = useWords();
  const { moveX, moveY } = corrections;
  const by = (x: number, y: number) => () => onCorrections(moved(corrections, x, y));
  const across =
    moveX === 0 ? null : t(moveX > 0 ? 'printers:frame.right' : 'printers:frame.left', { mm: Math.abs(moveX) });
  const down = moveY === 0 ? null : t(moveY > 0 ? 'printers:frame.down' : 'printers:frame.up', { mm: Math.abs(moveY) });
  const words = [across, down].filter((word) => word !== null);
  return (
    <div className={styles['nudge']}>
      <span data-at="up">
        <IconButton icon="arrowUp" label={t('printers:frame.up', { mm: 1 })} onPress={by(0, -1)} />
      </span>
      <span data-at="left">
        <IconButton icon="arrowLeft" label={t('printers:frame.left', { mm: 1 })} onPress={by(-1, 0)} />
      </span>
      <output aria-live="polite">
        {words.length === 0 ? t('printers:frame.unmoved') : words.join(t('board:listSeparator'))}
      </output>
      <span data-at="right">
        <IconButton icon="arrowRight" label={t('printers:frame.right', { mm: 1 })} onPress={by(1, 0)} />
      </span>
      <span data-at="down">
        <IconButton icon="arrowDown" label={t('printers:frame.down', { mm: 1 })} onPress={by(0, 1)} />
      </span>
    </div>
  );
}

const TURNS = [90, 180, 270] as const;

function Turn({ corrections, onCorrections }: FramePanelProps) {
  const t = useWords();
  return (
    <Choices
      label={t('printers:frame.turned.label')}
      value={String(corrections.turned)}
      options={TURNS.map((turn) => ({ value: String(turn), text: t(`printers:frame.turned.${turn}`) }))}
      onChange={(value) => {
        const turned = TURNS.find((turn) => String(turn) === value);
        if (turned !== undefined) onCorrections({ ...corrections, turned });
      }}
    />
  );
}

function Measure({ corrections, onCorrections, profile, onProfile }: FramePanelProps) {
  const t = useWords();
  return (
    <div className={styles['measure']}>
      <FigureField
        label={t('printers:frame.size.ruler')}
        value={corrections.rulerMm}
        lowest={40}
        highest={60}
        onChange={(rulerMm) => onCorrections({ ...corrections, rulerMm })}
      />
      <Select
        label={t('printing:form.dpi')}
        hint={t('printers:frame.size.dpi')}
        value={String(profile.dpi)}
        options={['203', '300', '600'].map((dpi) => ({ value: dpi, text: `${dpi} dpi` }))}
        onChange={(dpi) => onProfile(withDpi(profile, Number(dpi) as Profile['dpi']))}
      />
    </div>
  );
}
