import { useEffect, useState } from 'react';
import type { LabelOfferView, MeasureView } from '../../../src-main/contract/methods/labels.ts';
import { asCallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { errorText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { carryOutInForm } from '../../stores/carry-out.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './buy-label-dialog.module.css';
import { measureText, readMeasure, readSize, readWeight, type MeasureText } from './measure-form.ts';
import { OfferList } from './offer-list.tsx';
import { useOffers } from './use-offers.ts';

const FORM_ID = 'buy-label';

/** Weight and size, then the ways to ship that the platform sells. With a parcel that was measured before, one Enter buys and prints. */
export function BuyLabelDialog(props: { readonly orderId: string; readonly onClose: () => void }) {
  const measure = useQuery('labels.measure', { orderId: props.orderId });
  const { value, error } = measure;
  if (value === null && error === null) return null;
  return <BuyForm {...props} measure={value?.measure ?? null} />;
}

function BuyForm(props: {
  readonly orderId: string;
  readonly measure: MeasureView | null;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { onClose } = props;
  const form = useBuying(props.orderId, props.measure, onClose);
  const { found, error, isBusy: isAsking } = form.offers;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('parcels:buy.title')}
      hint={t('parcels:buy.hint')}
      width={640}
      actions={
        <>
          <label className={styles['after']}>
            <input
              type="checkbox"
              checked={form.isPrintedAfter}
              onChange={(event) => form.setIsPrintedAfter(event.target.checked)}
            />
            {t('parcels:buy.printAfter')}
          </label>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button kind="primary" keys={['Enter']} isBusy={form.isBuying || isAsking} onPress={form.submit}>
            {found === null
              ? t('parcels:buy.ask')
              : form.isPrintedAfter
                ? t('parcels:buy.doAndPrint')
                : t('parcels:buy.do')}
          </Button>
        </>
      }
    >
      <form
        id={FORM_ID}
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <div className={styles['measure']}>
          <TextField
            autoFocus
            label={t('parcels:buy.weight')}
            placeholder="860"
            hint={t('parcels:buy.weightHint')}
            value={form.text.weight}
            error={form.wasTried && readWeight(form.text.weight) === null ? t('parcels:buy.weightBad') : null}
            onChange={(weight) => form.change({ weight })}
          />
          <TextField
            label={t('parcels:buy.size')}
            placeholder="22×18×14"
            hint={t('parcels:buy.sizeHint')}
            value={form.text.size}
            error={form.wasTried && readSize(form.text.size) === null ? t('parcels:buy.sizeBad') : null}
            onChange={(size) => form.change({ size })}
          />
        </div>
        <div aria-live="polite" aria-busy={isAsking}>
          {isAsking ? <Skeleton width="100%" height={180} /> : null}
          {error === null ? null : <ErrorNote error={error} what={t('parcels:buy.failed')} onRetry={form.submit} />}
          {found === null ? null : (
            <OfferList offers={found.offers} pickedId={form.picked?.id ?? null} onPick={form.pick} />
          )}
        </div>
        {form.refusal === null ? null : (
          <p className={styles['refusal']} role="alert">
            {form.refusal}
          </p>
        )}
        <button type="submit" className={styles['enter']} tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}

function useBuying(orderId: string, known: MeasureView | null, onBought: () => void) {
  const t = useWords();
  const offers = useOffers(orderId);
  const { ask, found } = offers;
  const [text, setText] = useState<MeasureText>(() => measureText(known));
  const [pickedId, setPickedId] = useState<string | null>(null);
  const [isPrintedAfter, setIsPrintedAfter] = useState(true);
  const [wasTried, setWasTried] = useState(false);
  const [isBuying, setIsBuying] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    if (known !== null) ask(known);
  }, [known, ask]);

  const measure = readMeasure(text);
  const isFresh = found !== null && measure !== null && JSON.stringify(found.measure) === JSON.stringify(measure);
  const picked = found === null ? null : pickedOffer(found.offers.offers, pickedId ?? found.offers.likelyId);

  const buy = async (offer: LabelOfferView, bought: MeasureView) => {
    setIsBuying(true);
    setRefusal(null);
    try {
      const call = invoke('labels.buy', { orderId, measure: bought, offer, isPrintedAfter });
      const refused = await carryOutInForm('buy-label', call);
      setRefusal(refused);
      if (refused === null) onBought();
    } catch (thrown) {
      setRefusal(errorText(asCallError(thrown), t));
    }
    setIsBuying(false);
  };
  const submit = () => {
    setWasTried(true);
    if (measure === null || isBuying || offers.isBusy) return;
    if (!isFresh) {
      setPickedId(null);
      ask(measure);
    } else if (picked !== null) void buy(picked, measure);
  };
  return {
    text,
    change: (part: Partial<MeasureText>) => setText((last) => ({ ...last, ...part })),
    offers: isFresh ? offers : { ...offers, found: null },
    picked,
    pick: setPickedId,
    isPrintedAfter,
    setIsPrintedAfter,
    wasTried,
    isBuying,
    refusal,
    submit,
  };
}

function pickedOffer(offers: readonly LabelOfferView[], id: string | null): LabelOfferView | null {
  return offers.find((offer) => offer.id === id) ?? offers[0] ?? null;
}
