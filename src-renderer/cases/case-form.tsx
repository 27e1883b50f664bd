import { caseReasonSchema } from '../../src-main/contract/methods/cases.ts';
import { caseKindSchema } from '../../src-main/contract/values.ts';
import { codeText } from '../i18n/code-text.ts';
import { formatMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/use-words.ts';
import { useMinuteMs } from '../stores/now.ts';
import { Choices } from '../ui/choices.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CASE_DUES, dueOf, type CaseDraft } from './case-draft.ts';
import styles from './case-form.module.css';
import { toTimeField } from './local-time.ts';

/** Which case it is, why, until when, and, for a new one, what happened. The fields only: the dialog sends them. */
export function CaseForm(props: {
  readonly draft: CaseDraft;
  readonly hasNote: boolean;
  readonly onChange: (draft: CaseDraft) => void;
}) {
  const t = useWords();
  const { draft } = props;
  const change = (part: Partial<CaseDraft>) => props.onChange({ ...draft, ...part });
  return (
    <div className={styles['form']}>
      <Choices
        label={t('cases:form.kind')}
        look="grid"
        autoFocus
        value={draft.kind}
        options={caseKindSchema.options.map((value) => ({ value, text: codeText('caseKind', value, {}, t) }))}
        onChange={(kind) => change({ kind })}
      />
      <Select
        label={t('cases:form.reason')}
        value={draft.reason ?? ''}
        options={[
          { value: '' as const, text: t('cases:form.reasonNone') },
          ...caseReasonSchema.options.map((value) => ({ value, text: codeText('caseReason', value, {}, t) })),
        ]}
        onChange={(reason) => change({ reason: reason === '' ? null : reason })}
      />
      <Due draft={draft} change={change} />
      {props.hasNote ? (
        <TextField
          label={t('cases:form.note')}
          placeholder={t('cases:form.notePlaceholder')}
          value={draft.note}
          rows={3}
          maxLength={4_000}
          onChange={(note) => change({ note })}
        />
      ) : null}
    </div>
  );
}

function Due(props: { readonly draft: CaseDraft; readonly change: (part: Partial<CaseDraft>) => void }) {
  const t = useWords();
  const { draft, change } = props;
  const dueAtMs = dueOf(draft, useMinuteMs());
  return (
    <div className={styles['due']}>
      <Choices
        label={t('cases:form.due')}
        value={draft.due}
        options={CASE_DUES.map((value) => ({ value, text: t(`cases:form.dues.${value}`) }))}
        onChange={(due) => change(due === 'exact' ? { due, dueAt: exactFrom(draft, dueAtMs) } : { due })}
      />
      {draft.due === 'exact' ? (
        <TextField
          label={t('cases:form.dueAt')}
          type="datetime-local"
          value={draft.dueAt}
          onChange={(dueAt) => change({ dueAt })}
        />
      ) : null}
      {dueAtMs === null ? null : <p className={styles['when']}>{formatMoment(dueAtMs)}</p>}
    </div>
  );
}

/** The exact time starts with the one that was chosen before, to be moved from there. */
function exactFrom(draft: CaseDraft, dueAtMs: number | null): string {
  return draft.dueAt === '' && dueAtMs !== null ? toTimeField(dueAtMs) : draft.dueAt;
}
