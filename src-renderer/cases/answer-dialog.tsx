import { useCallback, useEffect, useState } from 'react';
import type { AfterSaleView } from '../../src-main/contract/methods/after-sales.ts';
import { invoke } from '../client/client.ts';
import { asCallError } from '../client/call-error.ts';
import { errorText } from '../i18n/code-text.ts';
import { useWords } from '../i18n/use-words.ts';
import { usePreferences } from '../stores/app-state.ts';
import { carryOutInForm } from '../stores/carry-out.ts';
import { CarrierField } from '../carriers/carrier-field.tsx';
import { likelyCarrier } from '../carriers/likely-carrier.ts';
import { useCarriers } from '../carriers/use-carriers.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import {
  amountText,
  answerFaults,
  needsOf,
  NO_ANSWER,
  readAmount,
  type AnswerAction,
  type AnswerValues,
} from './answer-form.ts';
import styles from './case-card.module.css';
import { caseTitle } from './case-words.ts';

/** Asks what an answer needs, and once more before money goes. What was typed stays when the answer is refused. */
export function AnswerDialog(props: {
  readonly afterSale: AfterSaleView;
  readonly action: AnswerAction;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { afterSale, action, onClose } = props;
  const needs = needsOf(action, afterSale.platform);
  const answer = useAnswer(afterSale, action, onClose);
  const undoSeconds = Math.round((usePreferences()?.undoWindowMs ?? 0) / 1_000);
  const { values, change, fault } = answer;
  const doWords = t(`cases:action.${action}`);
  const actions = (
    <>
      <Button onPress={onClose}>{t('common:action.cancel')}</Button>
      <Button kind={needs.isGrave ? 'danger' : 'primary'} isBusy={answer.isBusy} onPress={() => void answer.send()}>
        {answer.isAskedTwice ? t('cases:answer.really', { action: doWords }) : doWords}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={doWords}
      hint={caseTitle(afterSale, t)}
      role={needs.isGrave ? 'alertdialog' : 'dialog'}
      actions={actions}
    >
      <form
        className={styles['answer']}
        onSubmit={(event) => {
          event.preventDefault();
          void answer.send();
        }}
      >
        <p>{t(`cases:actionHelp.${action}`)}</p>
        {needs.hasAmount ? (
          <TextField
            autoFocus
            label={t('cases:answer.amount', { currency: afterSale.amount?.currency ?? '' })}
            {...(afterSale.amount === null
              ? {}
              : { hint: t('cases:answer.amountMost', { amount: amountText(afterSale.amount) }) })}
            value={values.amount}
            error={fault('amount') ? t('cases:answer.amountBad') : null}
            onChange={(amount) => change({ amount })}
          />
        ) : null}
        {needs.parcel === 'none' ? null : (
          <ParcelFields
            orderId={afterSale.orderId}
            trackingNumber={values.trackingNumber}
            carrier={values.carrier}
            fault={fault('trackingNumber') ? t('cases:answer.missing') : null}
            change={change}
          />
        )}
        {needs.text === 'none' ? null : (
          <TextField
            autoFocus={!needs.hasAmount}
            rows={4}
            label={t('cases:answer.text')}
            maxLength={4_000}
            value={values.text}
            error={fault('text') ? t('cases:answer.missing') : null}
            onChange={(text) => change({ text })}
          />
        )}
        <p className={styles['dim']}>
          {undoSeconds > 0 ? t('cases:answer.undo', { seconds: undoSeconds }) : t('cases:answer.atOnce')}
        </p>
        {answer.refusal === null ? null : (
          <p className={styles['refusal']} role="alert">
            {answer.refusal}
          </p>
        )}
      </form>
    </Dialog>
  );
}

/** The number of what was sent, and its carrier as the platform knows it. */
function ParcelFields(props: {
  readonly orderId: string | null;
  readonly trackingNumber: string;
  readonly carrier: string;
  readonly fault: string | null;
  readonly change: (part: Partial<AnswerValues>) => void;
}) {
  const t = useWords();
  const { trackingNumber, carrier, change } = props;
  const carriers = useCarriers(props.orderId, trackingNumber);
  const likely = carriers.value === null ? null : likelyCarrier(carriers.value, null);
  useEffect(() => {
    if (carrier === '' && likely !== null) change({ carrier: likely });
    // The likely one is only put where nothing was chosen yet.
  }, [likely, carrier, change]);
  return (
    <>
      <TextField
        autoFocus
        isCode
        label={t('order:tracking.label')}
        maxLength={80}
        value={trackingNumber}
        error={props.fault}
        onChange={(number) => change({ trackingNumber: number })}
      />
      <CarrierField
        carriers={carriers.value?.carriers ?? []}
        value={carrier}
        error={null}
        onChange={(chosen) => change({ carrier: chosen })}
      />
      {carriers.error === null ? null : (
        <ErrorNote error={carriers.error} what={t('parcels:carrier.failed')} onRetry={carriers.reload} />
      )}
    </>
  );
}

function useAnswer(afterSale: AfterSaleView, action: AnswerAction, onDone: () => void) {
  const t = useWords();
  const { amount: asked } = afterSale;
  const [values, setValues] = useState<AnswerValues>({ ...NO_ANSWER, amount: asked === null ? '' : amountText(asked) });
  const [wasTried, setWasTried] = useState(false);
  const [isAskedTwice, setIsAskedTwice] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const needs = needsOf(action, afterSale.platform);
  const faults = answerFaults(needs, values, asked);
  const change = useCallback((part: Partial<AnswerValues>) => {
    setValues((last) => ({ ...last, ...part }));
    setIsAskedTwice(false);
  }, []);
  const send = async () => {
    setWasTried(true);
    if (faults.length > 0 || isBusy) return;
    if (needs.isGrave && !isAskedTwice) {
      setIsAskedTwice(true);
      return;
    }
    setIsBusy(true);
    const orNull = (text: string) => (needs.parcel !== 'none' && text.trim() !== '' ? text.trim() : null);
    const input = {
      id: afterSale.id,
      action,
      text: needs.text === 'none' ? '' : values.text.trim(),
      amount: needs.hasAmount && asked !== null ? readAmount(values.amount, asked.currency) : null,
      trackingNumber: orNull(values.trackingNumber),
      carrier: orNull(values.carrier),
    };
    try {
      const refused = await carryOutInForm('answer-case', () => invoke('afterSales.answer', input));
      setRefusal(refused);
      if (refused === null) onDone();
    } catch (thrown) {
      setRefusal(errorText(asCallError(thrown), t));
    }
    setIsBusy(false);
  };
  return {
    values,
    change,
    fault: (field: keyof typeof values) => wasTried && faults.includes(field),
    isAskedTwice,
    isBusy,
    refusal,
    send,
  };
}
