import type { RefObject } from 'react';
import type { AttachmentView } from '../../src-main/contract/methods/attachments.ts';
import type { CaseView } from '../../src-main/contract/methods/cases.ts';
import { AttachmentStrip } from '../attachments/attachment-strip.tsx';
import { useAttach } from '../attachments/use-attach.ts';
import { useWords } from '../i18n/use-words.ts';
import { useFileDrop } from '../labels/use-file-drop.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { CaseDue } from './case-due.tsx';
import { CaseNotes } from './case-notes.tsx';
import { endedText, ourTitle } from './case-words.ts';
import { ChangeCaseDialog } from './change-case-dialog.tsx';
import { CloseCaseDialog } from './close-case-dialog.tsx';
import styles from './our-case.module.css';

export type CaseQuestion = 'change' | 'close' | null;

export interface OurCaseProps {
  readonly orderId: string;
  readonly ours: CaseView;
  /** IANA zone of the platform's clock; null where it is not known. */
  readonly zone: string | null;
  /** All files of the order. */
  readonly attachments: readonly AttachmentView[];
  /** Which question is open over it, and how it is changed: the screen's keys ask as well. */
  readonly question: CaseQuestion;
  readonly onQuestion: (question: CaseQuestion) => void;
  readonly noteField?: RefObject<HTMLTextAreaElement | null>;
  /** page — the case is what the screen is about: its clock stands large. */
  readonly look: 'drawer' | 'page';
}

/** One open case of ours: what it is, until when, what was noted, its files, and the ways to change and to end it. Takes files anywhere. */
export function OurCase(props: OurCaseProps) {
  const t = useWords();
  const { orderId, ours, look, onQuestion } = props;
  const attach = useAttach({ orderId, caseId: ours.id });
  const drop = useFileDrop(attach.add);
  const files = props.attachments.filter(({ caseId }) => caseId === ours.id);
  const ask = { orderId, ours, onClose: () => onQuestion(null) };
  return (
    <article
      className={styles['case']}
      data-look={look}
      data-over={drop.isOver ? '' : undefined}
      aria-label={ourTitle(ours, t)}
      {...drop.dropProps}
    >
      <header className={styles['head']}>
        <Icon name="shield" />
        {look === 'page' ? <h2>{ourTitle(ours, t)}</h2> : <b>{ourTitle(ours, t)}</b>}
        <Button size="small" icon="pen" onPress={() => onQuestion('change')}>
          {t('cases:change.open')}
        </Button>
        <Button
          size="small"
          icon="check"
          onPress={() => onQuestion('close')}
          {...(look === 'page' ? { keys: ['C'] } : {})}
        >
          {t('cases:close.open')}
        </Button>
      </header>
      <CaseDue dueAtMs={ours.dueAtMs} zone={props.zone} look={look} />
      <CaseNotes orderId={orderId} ours={ours} {...(props.noteField === undefined ? {} : { field: props.noteField })} />
      <section aria-label={t('attachments:title')}>
        <p className={styles['title']}>{t(drop.isOver ? 'attachments:dropCase' : 'attachments:title')}</p>
        <AttachmentStrip attachments={files} attach={attach} />
      </section>
      {props.question === 'change' ? <ChangeCaseDialog {...ask} /> : null}
      {props.question === 'close' ? <CloseCaseDialog {...ask} /> : null}
    </article>
  );
}

/** A case of ours that is over, folded to how it ended. */
export function EndedCase(props: {
  readonly orderId: string;
  readonly ours: CaseView;
  readonly attachments: readonly AttachmentView[];
  /** Unfolded from the beginning. */
  readonly isOpen?: boolean;
}) {
  const t = useWords();
  const { ours, orderId } = props;
  const attach = useAttach({ orderId, caseId: ours.id });
  const files = props.attachments.filter(({ caseId }) => caseId === ours.id);
  return (
    <details className={styles['ended']} open={props.isOpen}>
      <summary>
        {ourTitle(ours, t)} · {endedText(ours, t)}
      </summary>
      <CaseNotes orderId={orderId} ours={ours} />
      {files.length === 0 ? null : <AttachmentStrip attachments={files} attach={attach} />}
    </details>
  );
}
