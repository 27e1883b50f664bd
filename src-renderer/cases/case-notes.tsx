import { useRef, useState, type FormEvent, type KeyboardEvent, type RefObject } from 'react';
import type { CaseView } from '../../src-main/contract/methods/cases.ts';
import { invoke } from '../client/client.ts';
import { formatDayAndTime, formatMoment } from '../i18n/format.ts';
import { currentLocale, useWords } from '../i18n/use-words.ts';
import { carryOut } from '../stores/carry-out.ts';
import { useMinuteMs } from '../stores/now.ts';
import { Button } from '../ui/button.tsx';
import styles from './our-case.module.css';

/** The contract's bound of a note. */
const NOTE_MAX_LENGTH = 4_000;

/** What was noted about a case, oldest first, and, while it is open, the field for more. */
export function CaseNotes(props: {
  readonly orderId: string;
  readonly ours: CaseView;
  readonly field?: RefObject<HTMLTextAreaElement | null>;
}) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { ours } = props;
  const first = ours.note === '' ? [] : [{ atMs: ours.openedAtMs, text: ours.note }];
  const notes = [...first, ...ours.notes];
  const when = (atMs: number) => formatDayAndTime(atMs, nowMs, currentLocale(), t);
  return (
    <section aria-label={t('cases:notes.title')}>
      <p className={styles['title']}>{t('cases:notes.title')}</p>
      <ol className={styles['notes']}>
        {first.length > 0 ? null : (
          <li>
            <time title={formatMoment(ours.openedAtMs)}>{when(ours.openedAtMs)}</time>
            <p className={styles['none']}>{t('cases:notes.opened')}</p>
          </li>
        )}
        {notes.map(({ atMs, text }, index) => (
          <li key={index}>
            <time title={formatMoment(atMs)}>{when(atMs)}</time>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      {ours.closedAtMs === null ? <NoteForm {...props} /> : null}
    </section>
  );
}

/** Enter adds, Shift Enter begins a line. What was not kept stays typed. */
function NoteForm(props: {
  readonly orderId: string;
  readonly ours: CaseView;
  readonly field?: RefObject<HTMLTextAreaElement | null>;
}) {
  const t = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const note = text.trim();
    if (note === '' || isBusy) return;
    setIsBusy(true);
    const input = { orderId: props.orderId, caseId: props.ours.id, text: note };
    if (await carryOut('note-case', () => invoke('cases.note', input))) setText('');
    setIsBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };
  return (
    <form ref={form} className={styles['add']} onSubmit={(event) => void submit(event)}>
      <textarea
        ref={props.field}
        aria-label={t('cases:notes.label')}
        placeholder={t('cases:notes.placeholder')}
        maxLength={NOTE_MAX_LENGTH}
        rows={1}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button type="submit" isBusy={isBusy} isDisabled={text.trim() === ''}>
        {t('cases:notes.add')}
      </Button>
    </form>
  );
}
